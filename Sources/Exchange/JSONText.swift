internal import Foundation

/// Values as JSON text and back, in one of two ways of writing keys.
struct JSONText {
    /// Whether `publicKey` is written `public_key`; else keys stand as the types have them.
    let usesSnakeCase: Bool

    static let snakeCase = JSONText(usesSnakeCase: true)
    static let plain = JSONText(usesSnakeCase: false)

    /// One line, its keys in order: the same value gives the same bytes.
    func encode(_ value: some Encodable) throws(ExchangeError) -> [UInt8] {
        do {
            return Array(try encoder.encode(value))
        } catch {
            throw .notMade
        }
    }

    /// One line for each value.
    func encodeLines(_ values: [some Encodable]) throws(ExchangeError) -> [UInt8] {
        let encoder = encoder
        var bytes: [UInt8] = []
        do {
            for value in values {
                bytes.append(contentsOf: try encoder.encode(value))
                bytes.append(UInt8(ascii: "\n"))
            }
        } catch {
            throw .notMade
        }
        return bytes
    }

    /// Reads what ``encode(_:)`` writes; `part` is named in the error.
    func decode<Value: Decodable>(_ bytes: [UInt8], as part: String) throws(ExchangeError) -> Value {
        do {
            return try decoder.decode(Value.self, from: Data(bytes))
        } catch {
            throw .malformed(part)
        }
    }

    /// Reads lines that ``encodeLines(_:)`` writes, one after the other; nil for a line that is no such value.
    func lineReader<Value: Decodable>(of type: Value.Type) -> (ArraySlice<UInt8>) -> Value? {
        let decoder = decoder
        return { line in try? decoder.decode(type, from: Data(line)) }
    }

    private var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if usesSnakeCase { encoder.keyEncodingStrategy = .convertToSnakeCase }
        return encoder
    }

    private var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        if usesSnakeCase { decoder.keyDecodingStrategy = .convertFromSnakeCase }
        return decoder
    }
}
