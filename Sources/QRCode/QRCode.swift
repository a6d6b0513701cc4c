internal import CQREncode
internal import Glibc

/// A QR code: a square of dark and light modules (ISO/IEC 18004), always of the smallest version that holds the text.
package struct QRCode: Sendable, Equatable {
    /// The version, 1 to 40.
    package let version: Int
    /// Modules on each side: 21 in version 1 and 4 more in each further one.
    package let width: Int
    private let dark: [Bool]

    /// The code of digits in numeric mode; the 25 digits of a badge fit version 1 with level `.quartile`.
    ///
    /// - Throws: `QRCodeError.empty`, `.notDigits`, `.tooLong` or `.outOfMemory`.
    package init(digits: String, level: CorrectionLevel = .quartile) throws(QRCodeError) {
        let bytes = Array(digits.utf8)
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { throw .notDigits }
        guard let input = QRinput_new2(0, level.code) else { throw .outOfMemory }
        defer { QRinput_free(input) }
        guard QRinput_append(input, QR_MODE_NUM, CInt(clamping: bytes.count), bytes) == 0 else { throw .tooLong }
        try self.init(QRcode_encodeInput(input))
    }

    /// The code of any text, as UTF-8 where it is not ASCII.
    ///
    /// - Throws: `QRCodeError.empty`, `.unencodable`, `.tooLong` or `.outOfMemory`.
    package init(text: String, level: CorrectionLevel = .medium) throws(QRCodeError) {
        guard !text.isEmpty else { throw .empty }
        guard !text.utf8.contains(0) else { throw .unencodable }
        try self.init(QRcode_encodeString(text, 0, level.code, QR_MODE_8, 1))
    }

    /// Takes over what libqrencode made, or says why it made nothing (`errno`).
    private init(_ code: UnsafeMutablePointer<QRcode>?) throws(QRCodeError) {
        guard let code else { throw errno == ERANGE ? .tooLong : .outOfMemory }
        defer { QRcode_free(code) }
        let modules = UnsafeBufferPointer(start: code.pointee.data, count: Int(code.pointee.width * code.pointee.width))
        version = Int(code.pointee.version)
        width = Int(code.pointee.width)
        dark = modules.map { $0 & 1 == 1 }
    }

    /// Whether the module is dark; everything around the code is light.
    package func isDark(row: Int, column: Int) -> Bool {
        let side = 0..<width
        return side.contains(row) && side.contains(column) && dark[row * width + column]
    }
}
