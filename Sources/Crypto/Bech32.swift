/// Bytes as Bech32 text (BIP 173), the form of age's keys, here without its limit of 90 characters.
enum Bech32 {
    private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    private static let checksumLength = 6

    /// The bytes as lower-case text behind the prefix.
    static func encode(_ bytes: [UInt8], prefix: String) -> String {
        let values = regroup(bytes, from: 8, to: 5, padded: true) ?? []
        let remainder = checksum(expanded(prefix) + values + [UInt8](repeating: 0, count: checksumLength)) ^ 1
        let check = (0..<checksumLength).map { UInt8(remainder >> (5 * (checksumLength - 1 - $0)) & 31) }
        return prefix + "1" + String(decoding: (values + check).map { alphabet[Int($0)] }, as: UTF8.self)
    }

    /// The bytes of a text that is all lower or all upper case and has this (lower-case) prefix; nil for any other.
    static func decode(_ text: String, prefix: String) -> [UInt8]? {
        let lower = text.lowercased()
        guard text == lower || text == text.uppercased(), lower.hasPrefix(prefix + "1") else { return nil }
        let characters = lower.utf8.dropFirst(prefix.utf8.count + 1)
        let values = characters.compactMap { alphabet.firstIndex(of: $0).map(UInt8.init) }
        guard values.count == characters.count, values.count >= checksumLength,
            checksum(expanded(prefix) + values) == 1
        else { return nil }
        return regroup(Array(values.dropLast(checksumLength)), from: 5, to: 8, padded: false)
    }

    private static func expanded(_ prefix: String) -> [UInt8] {
        prefix.utf8.map { $0 >> 5 } + [0] + prefix.utf8.map { $0 & 31 }
    }

    private static func checksum(_ values: [UInt8]) -> UInt32 {
        let generators: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
        return values.reduce(1) { sum, value in
            let top = sum >> 25
            let shifted = (sum & 0x1ff_ffff) << 5 ^ UInt32(value)
            return generators.enumerated().reduce(shifted) { $0 ^ (top >> $1.offset & 1 == 1 ? $1.element : 0) }
        }
    }

    /// The same bits in groups of another size; nil if bits are left over that are not zero padding.
    private static func regroup(_ values: [UInt8], from: Int, to: Int, padded: Bool) -> [UInt8]? {
        var groups: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for value in values {
            bits = (bits << from | UInt32(value)) & 0xfff
            count += from
            while count >= to {
                count -= to
                groups.append(UInt8(truncatingIfNeeded: bits >> count & (1 << to - 1)))
            }
        }
        let rest = bits & (1 << count - 1)
        guard padded else { return count < from && rest == 0 ? groups : nil }
        return count == 0 ? groups : groups + [UInt8(truncatingIfNeeded: rest << (to - count))]
    }
}
