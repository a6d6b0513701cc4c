package import FoundationEssentials

/// The identity of one `Subject`: a UUID of version 7, so that ids sort by the time they were made.
package struct ID<Subject>: Hashable, Sendable, CustomStringConvertible {
    package let uuid: UUID

    package init(_ uuid: UUID) {
        self.uuid = uuid
    }

    /// Reads the text form, in capitals or small letters.
    package init?(_ text: String) {
        guard let uuid = UUID(text: text) else { return nil }
        self.uuid = uuid
    }

    /// A new id (RFC 9562, section 5.7): 48 bits of time, 74 random bits.
    package init(at time: Timestamp, using random: inout some RandomNumberGenerator) {
        let high = UInt64(truncatingIfNeeded: time.milliseconds) << 16 | 0x7000 | random.next(upperBound: 0x1000)
        let low: UInt64 = random.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        uuid = withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { UUID(uuid: $0.load(as: uuid_t.self)) }
    }

    /// A new id from the system's random numbers.
    package static func make(at time: Timestamp) -> ID {
        var random = SystemRandomNumberGenerator()
        return ID(at: time, using: &random)
    }

    /// Small letters with hyphens.
    package var description: String { uuid.text }
}
