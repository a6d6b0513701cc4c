internal import Attendance
internal import FoundationEssentials

/// One row of a printed sheet, and whether it was typed in.
package struct PaperRow: Sendable {
    /// From 1.
    package let row: Int
    package let person: EnrolledPerson
    package let state: State

    package enum State: String, Codable, Sendable, CaseIterable {
        case new
        /// An entry or exit of this row was recorded before.
        case recorded
        /// It was recorded, and taken back since.
        case annulled
    }

    /// The nonce of a row: typing it again records nothing twice.
    static func nonce(_ sheet: PaperSheet, row: Int, _ direction: Direction) -> String {
        UUID(name: "paper\n\(sheet.code.digits)\n\(row)\n\(direction.rawValue)", in: sheet.session.uuid).uuidString
    }
}

extension Connection {
    /// All rows of a sheet in order; each nonce is looked up once.
    func rows(of sheet: PaperSheet, _ direction: Direction) throws -> [PaperRow] {
        try people(on: sheet.code).enumerated().map { place, person in
            let nonce = PaperRow.nonce(sheet, row: place + 1, direction)
            return PaperRow(row: place + 1, person: person, state: try state(ofNonce: Nonce.bytes(nonce)))
        }
    }

    private func state(ofNonce nonce: [UInt8]) throws -> PaperRow.State {
        let seq = try first("SELECT seq FROM ledger WHERE nonce = ?", nonce) { try $0[0] as Int64 }
        guard let seq else { return .new }
        return try isAnnulled(seq) ? .annulled : .recorded
    }
}
