/// One recipient of an age file: the file key wrapped for one kind of key.
///
/// Written as `-> type argument…` and the body in Base64 lines of 64 characters, the last one shorter.
struct AgeStanza: Equatable {
    static let lineLength = 64

    /// The type, then its arguments.
    var words: [String]
    var body: [UInt8]

    /// The lines of this stanza, each ended by a line feed.
    var text: String {
        var lines = ["-> " + words.joined(separator: " ")]
        var rest = Base64.unpadded.encode(body)[...]
        while rest.count >= Self.lineLength {
            lines.append(String(rest.prefix(Self.lineLength)))
            rest = rest.dropFirst(Self.lineLength)
        }
        lines.append(String(rest))
        return lines.joined(separator: "\n") + "\n"
    }
}
