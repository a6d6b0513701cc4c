internal import Attendance
internal import Crypto

/// A citizen number that only a province can read (`crypto_box_seal`, 60 bytes).
package struct SealedNumber: Hashable, Sendable {
    let bytes: [UInt8]
    /// Whose key it is sealed to.
    let key: AgreementPublicKey
}

extension Store {
    /// Seals the number of a card to the province; nil where none receives the record.
    package func sealed(citizenNumber: String) throws -> SealedNumber? {
        try province.map {
            SealedNumber(bytes: try SealedBox.seal(Array(citizenNumber.utf8), to: $0.ageKey), key: $0.ageKey)
        }
    }
}

extension Connection {
    /// Keeps the sealed number of a participant who has none yet, or one for another province.
    func keep(_ number: SealedNumber, of participant: ID<Participant>) throws {
        try run(
            """
            UPDATE participant SET province_number = ?, province_key = ?
            WHERE id = ? AND (province_number IS NULL OR province_key <> ?)
            """, number.bytes, number.key.ageText, participant, number.key.ageText)
    }
}
