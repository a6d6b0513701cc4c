internal import Attendance
internal import FoundationEssentials

/// One row of a printed sheet, and whether it was typed in.
package struct PaperRow: Sendable {
    /// From 1.
    package let row: Int
    package let person: EnrolledPerson
    package let state: State
    /// Of the scan that it becomes, or has become.
    let nonce: String

    package enum State: String, Codable, Sendable, CaseIterable {
        /// Not recorded, or refused when it was: then it can be typed again.
        case new
        /// An entry or exit of this row was recorded before.
        case recorded
        /// It was recorded, and taken back since.
        case annulled
    }

    /// The nonce of a row: typing it again records nothing twice. One that was refused gets another one.
    static func nonce(_ sheet: PaperSheet, row: Int, _ direction: Direction, refusals: Int) -> String {
        let name = "paper\n\(sheet.code.digits)\n\(row)\n\(direction.rawValue)"
        return UUID(name: refusals == 0 ? name : "\(name)\n\(refusals)", in: sheet.session.uuid).uuidString
    }
}

extension Connection {
    /// All rows of a sheet in order.
    func rows(of sheet: PaperSheet, _ direction: Direction) throws -> [PaperRow] {
        try people(on: sheet.code).enumerated().map { place, person in
            let (nonce, state) = try scan(ofRow: place + 1, of: sheet, direction)
            return PaperRow(row: place + 1, person: person, state: state, nonce: nonce)
        }
    }

    /// The scan that a row has become, or the next one that it can become.
    private func scan(
        ofRow row: Int, of sheet: PaperSheet, _ direction: Direction
    ) throws -> (nonce: String, state: PaperRow.State) {
        var refusals = 0
        while true {
            let nonce = PaperRow.nonce(sheet, row: row, direction, refusals: refusals)
            if let state = try state(ofNonce: Nonce.bytes(nonce)) { return (nonce, state) }
            refusals += 1
        }
    }

    /// Nil for a scan that was refused, but for one of somebody who was in already: that needs no other one.
    private func state(ofNonce nonce: [UInt8]) throws -> PaperRow.State? {
        let scan = try first("SELECT seq, outcome FROM ledger WHERE nonce = ?", nonce) {
            (seq: try $0[0] as Int64, outcome: try Outcome(name: $0[1], first: nil))
        }
        guard let scan else { return .new }
        guard [.accepted, .refused(.alreadyRedeemed, first: nil)].contains(scan.outcome) else { return nil }
        return try isAnnulled(scan.seq) ? .annulled : .recorded
    }
}
