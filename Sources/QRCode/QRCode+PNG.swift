internal import CPNG

extension QRCode {
    /// The code as a PNG of one bit per pixel, black on white, with `quietZone` light modules around it (4 by the standard).
    ///
    /// A module is a square of 1 to 40 pixels a side; what is below or above is taken as 1 or 40.
    ///
    /// - Throws: `QRCodeError.outOfMemory`.
    package func png(pixelsPerModule: Int = 8, quietZone: Int = 4) throws(QRCodeError) -> [UInt8] {
        let scale = min(max(pixelsPerModule, 1), 40)
        let side = (width + 2 * quietZone) * scale
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        image.width = png_uint_32(side)
        image.height = png_uint_32(side)
        image.format = png_uint_32(PNG_FORMAT_FLAG_COLORMAP)
        image.colormap_entries = 2
        let pixels = pixels(side: side, scale: scale, quietZone: quietZone)
        return try Self.write(&image, pixels)
    }

    /// One byte per pixel, 1 where it is dark.
    private func pixels(side: Int, scale: Int, quietZone: Int) -> [UInt8] {
        var pixels: [UInt8] = []
        pixels.reserveCapacity(side * side)
        for row in -quietZone..<width + quietZone {
            let line = (-quietZone..<width + quietZone).flatMap { column in
                repeatElement(isDark(row: row, column: column) ? 1 as UInt8 : 0, count: scale)
            }
            for _ in 0..<scale {
                pixels += line
            }
        }
        return pixels
    }

    /// Asks libpng for the size, then for the bytes; two colours make it write one bit per pixel.
    private static func write(_ image: inout png_image, _ pixels: [UInt8]) throws(QRCodeError) -> [UInt8] {
        let whiteAndBlack: [UInt8] = [255, 0]
        var size = 0
        guard png_image_write_to_memory(&image, nil, &size, 0, pixels, 0, whiteAndBlack) != 0 else {
            throw .outOfMemory
        }
        var file = [UInt8](repeating: 0, count: size)
        guard png_image_write_to_memory(&image, &file, &size, 0, pixels, 0, whiteAndBlack) != 0 else {
            throw .outOfMemory
        }
        return Array(file.prefix(size))
    }
}
