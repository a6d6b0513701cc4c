/// What a file is, by its first bytes.
enum FileFormat: Equatable {
    case zip
    /// A compound file that holds an encrypted package (MS-OFFCRYPTO): XLSX with a password.
    case encryptedWorkbook
    /// Any other compound file (MS-CFB) or a bare BIFF stream: a workbook of Excel 97–2003 or older.
    case oldWorkbook
    case text
    /// A picture, a PDF or another archive.
    case other

    init(_ bytes: [UInt8]) {
        let starts = { (signature: [UInt8]) in bytes.starts(with: signature) }
        switch true {
        case starts([0x50, 0x4B, 0x03, 0x04]), starts([0x50, 0x4B, 0x05, 0x06]): self = .zip
        case starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]):
            self = FileFormat.holdsEncryptedPackage(bytes) ? .encryptedWorkbook : .oldWorkbook
        case starts([0x09, 0x08]), starts([0x09, 0x04]), starts([0x09, 0x02]): self = .oldWorkbook
        case FileFormat.otherSignatures.contains(where: starts): self = .other
        default: self = .text
        }
    }

    /// Whether the name of the package's stream stands in the directory, in UTF-16.
    private static func holdsEncryptedPackage(_ bytes: [UInt8]) -> Bool {
        let name = "EncryptedPackage".utf16.reduce(into: [UInt8]()) { $0 += [UInt8(truncatingIfNeeded: $1), 0] }
        return bytes.indices.contains { bytes[$0] == name.first && bytes[$0...].starts(with: name) }
    }

    /// PDF, PNG, JPEG, GIF, gzip, 7z, RAR, RTF, XML, HTML.
    private static let otherSignatures: [[UInt8]] =
        [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF]]
        + ["%PDF", "GIF8", "Rar!", "{\\rtf", "<?xml", "<!DOCTYPE", "<html"].map { Array($0.utf8) }
}
