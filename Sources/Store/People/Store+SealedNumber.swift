internal import Attendance
internal import Crypto

extension Store {
    /// A citizen number that only the province can read (`crypto_box_seal`, 60 bytes); nil where none is configured.
    package func sealed(citizenNumber: String) throws -> [UInt8]? {
        try province.map { try SealedBox.seal(Array(citizenNumber.utf8), to: $0.ageKey) }
    }
}

extension Connection {
    /// Keeps the sealed number of a participant who has none yet.
    func keep(sealedNumber: [UInt8], of participant: ID<Participant>) throws {
        try run(
            "UPDATE participant SET province_number = ? WHERE id = ? AND province_number IS NULL", sealedNumber,
            participant)
    }
}
