extension AgeHeader {
    /// No header of ours is near this; a file that has not ended its header by then is no age file.
    static let longest = 65_536

    /// The header at the start of the bytes and the count of bytes it takes; nil if its end has not arrived yet.
    ///
    /// - Throws: `AgeError.malformedHeader`.
    static func read(_ bytes: [UInt8]) throws(AgeError) -> (header: AgeHeader, length: Int)? {
        let intro = Array((Self.intro + "\n").utf8)
        guard bytes.starts(with: intro.prefix(bytes.count)) else { throw .malformedHeader }
        guard let length = length(in: bytes) else {
            guard bytes.count <= longest else { throw .malformedHeader }
            return nil
        }
        let lines = String(decoding: bytes[..<length], as: UTF8.self).split(separator: "\n")
        let footer = lines.last?.dropFirst(footMark.count + 1) ?? ""
        guard let mac = Base64.unpadded.decode(String(footer)) else { throw .malformedHeader }
        let header = AgeHeader(read: try stanzas(in: lines.dropFirst().dropLast()), mac: mac)
        // Only the one way of writing it is accepted, so that what was authenticated is what was read.
        guard header.text.utf8.elementsEqual(bytes[..<length]) else { throw .malformedHeader }
        return (header, length)
    }

    /// Where the line of the MAC ends.
    private static func length(in bytes: [UInt8]) -> Int? {
        let lineFeed = UInt8(ascii: "\n")
        var start = 0
        while let end = bytes[start...].firstIndex(of: lineFeed) {
            if bytes[start..<end].starts(with: footMark.utf8) { return end + 1 }
            start = end + 1
        }
        return nil
    }

    private static func stanzas(in lines: ArraySlice<Substring>) throws(AgeError) -> [AgeStanza] {
        var stanzas: [AgeStanza] = []
        var bodies: [String] = []
        for line in lines {
            if line.hasPrefix("-> ") {
                stanzas.append(AgeStanza(words: line.dropFirst(3).split(separator: " ").map(String.init), body: []))
                bodies.append("")
            } else if !bodies.isEmpty {
                bodies[bodies.count - 1] += line
            } else {
                throw .malformedHeader
            }
        }
        for (index, text) in bodies.enumerated() {
            guard let body = Base64.unpadded.decode(text) else { throw .malformedHeader }
            stanzas[index].body = body
        }
        return stanzas
    }
}
