internal import Attendance
internal import Crypto
internal import Foundation

extension UnusableLine {
    /// What can be read of a line that could not be decoded.
    init(line: Int, reading bytes: some Collection<UInt8>) {
        let object = try? JSONSerialization.jsonObject(with: Data(bytes))
        let fields = object as? [String: Any] ?? [:]
        (self.line, reason) = (line, .unreadable)
        (seq, last) = (Self.seq(fields["seq"] ?? fields["first"]), Self.seq(fields["last"]))
        id = (fields["id"] as? String).flatMap { ID($0) }
        kind = fields["kind"] as? String
        hash = (fields["hash"] as? String).flatMap { Self.isHash($0) ? $0 : nil }
    }

    /// An entry whose hash is not the one that follows.
    init(line: Int, entry: LedgerLine) {
        (self.line, reason, seq, id, kind) = (line, .brokenChain, entry.seq, entry.id, entry.kind)
        hash = Self.isHash(entry.hash) ? entry.hash : nil
    }

    private static func seq(_ value: Any?) -> Int64? {
        (value as? Int64).flatMap { $0 > 0 && $0 < Int64.max ? $0 : nil }
    }

    private static func isHash(_ text: String) -> Bool { Hex.decode(text)?.count == 32 }
}
