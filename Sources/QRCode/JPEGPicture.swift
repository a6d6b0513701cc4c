internal import CTurboJPEG

/// A JPEG whose head was read; its dots are decoded at the size they are wanted in.
package struct JPEGPicture: Sendable {
    let width: Int
    let height: Int
    private let file: [UInt8]

    /// - Throws: ``PictureError``.
    init(_ file: [UInt8]) throws(PictureError) {
        guard file.starts(with: [0xff, 0xd8, 0xff]) else { throw .otherFormat }
        let handle = try Decompressor()
        var (width, height, subsampling, colours) = (CInt(0), CInt(0), CInt(0), CInt(0))
        let status = tjDecompressHeader3(
            handle.pointer, file, CUnsignedLong(file.count), &width, &height, &subsampling, &colours)
        guard status == 0, width > 0, height > 0 else { throw .damaged }
        (self.width, self.height, self.file) = (Int(width), Int(height), file)
        let scans = JPEGScans(file).count
        // In several scans all of the picture is kept while it is decoded, and each scan goes over all of it.
        let mostPixels = scans > 1 ? PictureError.mostPixels / 4 : PictureError.mostPixels
        guard self.width * self.height <= mostPixels, scans <= JPEGScans.most else { throw .tooLarge }
    }

    /// The grey dots at a fraction of the size; `divisor` is 1, 2, 4 or 8.
    ///
    /// What breaks off is grey from there on.
    func reduced(by divisor: Int) throws(PictureError) -> GreyFrame {
        let handle = try Decompressor()
        let (width, height) = ((width + divisor - 1) / divisor, (height + divisor - 1) / divisor)
        var pixels = [UInt8](repeating: 128, count: width * height)
        let status = tjDecompress2(
            handle.pointer, file, CUnsignedLong(file.count), &pixels, CInt(width), 0, CInt(height),
            CInt(TJPF_GRAY.rawValue), TJFLAG_FASTDCT)
        guard status == 0 || tjGetErrorCode(handle.pointer) == TJERR_WARNING.rawValue,
            let frame = GreyFrame(width: width, height: height, pixels: pixels)
        else { throw .damaged }
        return frame
    }

    /// Owns libturbojpeg's handle.
    private final class Decompressor {
        let pointer: tjhandle

        init() throws(PictureError) {
            guard let pointer = tjInitDecompress() else { throw .damaged }
            self.pointer = pointer
        }

        deinit {
            tjDestroy(pointer)
        }
    }
}
