/// The file inside a `multipart/form-data` body (RFC 7578).
package struct MultipartForm {
    /// The content of the field `file`.
    package let file: [UInt8]
    /// The name the sender's machine had for it; never used as a path.
    package let fileName: String?

    /// Nil when the body has no field `file` or no end.
    package init?(_ body: [UInt8], contentType: String) {
        guard let boundary = MultipartForm.parameter("boundary", of: contentType) else { return nil }
        let delimiter = Array("--\(boundary)".utf8)
        guard var position = body.position(of: delimiter, from: 0) else { return nil }
        while let next = body.position(of: Array("\r\n".utf8) + delimiter, from: position + delimiter.count) {
            if let part = Part(body[(position + delimiter.count)..<next]), part.name == "file" {
                (file, fileName) = (Array(part.content), part.fileName)
                return
            }
            position = next + 2
        }
        return nil
    }

    /// One part between two delimiters.
    private struct Part {
        let name: String?
        let fileName: String?
        let content: ArraySlice<UInt8>

        /// Browsers write three short lines; the content, which may be large, is not looked through.
        private static let longestHeader = 16 << 10

        init?(_ bytes: ArraySlice<UInt8>) {
            let blankLine = Array("\r\n\r\n".utf8)
            let start = Array(bytes.prefix(Part.longestHeader))
            guard let end = start.position(of: blankLine, from: 0) else { return nil }
            let header = String(decoding: bytes.prefix(end), as: UTF8.self)
            let disposition = header.split(separator: "\r\n").first {
                $0.lowercased().hasPrefix("content-disposition:")
            }
            name = disposition.flatMap { MultipartForm.parameter("name", of: $0) }
            fileName = disposition.flatMap { MultipartForm.parameter("filename", of: $0) }
            content = bytes.dropFirst(end + blankLine.count)
        }
    }

    /// `name="value"` or `name=value` of a header.
    private static func parameter(_ name: String, of header: some StringProtocol) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].trimmingSpaces.lowercased() == name else { continue }
            return String(pair[1].trimmingSpaces.drop { $0 == "\"" }.reversed().drop { $0 == "\"" }.reversed())
        }
        return nil
    }
}

extension [UInt8] {
    /// Where `pattern` begins, at or after `start`.
    fileprivate func position(of pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, count >= pattern.count, start <= count - pattern.count else { return nil }
        return (start...(count - pattern.count)).first { index in
            self[index] == first && self[index..<(index + pattern.count)].elementsEqual(pattern)
        }
    }
}
