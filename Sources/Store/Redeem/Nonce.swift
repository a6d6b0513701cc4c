import Attendance
import FoundationEssentials

/// The client's own mark on a command, by which a repetition is known.
enum Nonce {
    /// What is kept of it: the sixteen bytes of a UUID, else a zero byte and the text.
    static func bytes(_ text: String) -> [UInt8] {
        guard let uuid = UUID(text: text) else { return [0] + Array(text.utf8) }
        return withUnsafeBytes(of: uuid.uuid) { Array($0) }
    }
}
