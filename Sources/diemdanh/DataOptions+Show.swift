import FoundationEssentials
import Program

extension DataOptions {
    /// Prints an answer: the JSON as it is with `--json`, otherwise the text made of it.
    func show<Value: Decodable>(_ answer: [UInt8], text: (Value) -> String) throws {
        if json {
            print(String(decoding: answer, as: UTF8.self))
            return
        }
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(answer)) else {
            throw Failure.failed("the answer cannot be read")
        }
        let text = text(value)
        if !text.isEmpty { print(text) }
    }
}
