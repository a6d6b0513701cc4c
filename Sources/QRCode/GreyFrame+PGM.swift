extension GreyFrame {
    /// Reads Netpbm's binary grey map: `P5`, width, height and the value of white, then one byte for each dot.
    ///
    /// - Throws: ``PictureError``.
    package init(pgm file: [UInt8]) throws(PictureError) {
        guard file.starts(with: "P5".utf8) else { throw .otherFormat }
        var header = PGMHeader(rest: file.dropFirst(2))
        guard let width = header.number(), let height = header.number(), let white = header.number() else {
            throw .damaged
        }
        // Cameras' frames have a white of 255; two bytes a dot (white above 255) is nothing a page makes.
        guard width > 0, height > 0, white == 255 else { throw .damaged }
        guard width * height <= PictureError.mostPixels else { throw .tooLarge }
        let pixels = Array(header.rest.dropFirst().prefix(width * height))
        guard let frame = GreyFrame(width: width, height: height, pixels: pixels) else { throw .damaged }
        self = frame
    }

    /// The numbers before the dots, with blanks and comments between them.
    private struct PGMHeader {
        var rest: ArraySlice<UInt8>

        /// The next number below a hundred thousand; nil where there is none.
        mutating func number() -> Int? {
            skipBlanks()
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.prefix(6)
            rest = rest.dropFirst(digits.count)
            return Int(String(decoding: digits, as: UTF8.self)).flatMap { $0 < 100_000 ? $0 : nil }
        }

        private mutating func skipBlanks() {
            while let first = rest.first {
                if first == UInt8(ascii: "#") {
                    rest = rest.drop { $0 != UInt8(ascii: "\n") }
                } else if [9, 10, 13, 32].contains(first) {
                    rest = rest.dropFirst()
                } else {
                    return
                }
            }
        }
    }
}
