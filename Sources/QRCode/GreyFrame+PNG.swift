internal import CPNG

extension GreyFrame {
    /// Reads a PNG of any kind; colours become grey, what is transparent lies on white.
    ///
    /// - Throws: ``PictureError``.
    package init(png file: [UInt8]) throws(PictureError) {
        guard file.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) else { throw .otherFormat }
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        // Frees what the library holds, also after an error; a second time it does nothing.
        defer { png_image_free(&image) }
        let pixels: Result<[UInt8], PictureError> = file.withUnsafeBytes { bytes in
            guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else {
                return .failure(.damaged)
            }
            // All of a PNG is unpacked at once, and no camera makes one: what is larger is there to fill memory.
            guard Int(image.width) * Int(image.height) <= PictureError.mostPixels / 4 else {
                return .failure(.tooLarge)
            }
            return GreyFrame.pixels(of: &image)
        }
        guard let frame = GreyFrame(width: Int(image.width), height: Int(image.height), pixels: try pixels.get())
        else { throw .damaged }
        self = frame
    }

    private static func pixels(of image: inout png_image) -> Result<[UInt8], PictureError> {
        image.format = png_uint_32(PNG_FORMAT_GRAY)
        var white = png_color(red: 255, green: 255, blue: 255)
        var pixels = [UInt8](repeating: 255, count: Int(image.width) * Int(image.height))
        guard png_image_finish_read(&image, &white, &pixels, png_int_32(image.width), nil) != 0 else {
            return .failure(.damaged)
        }
        return .success(pixels)
    }
}
