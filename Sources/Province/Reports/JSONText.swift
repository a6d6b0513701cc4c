internal import FoundationEssentials

/// Answers as JSON.
enum JSONText {
    /// Keys in a fixed order, so that equal answers are equal bytes.
    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value))
    }
}
