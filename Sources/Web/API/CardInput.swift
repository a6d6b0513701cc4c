import Attendance

/// The body of `POST /events/{id}/card`: the line in a citizen card's QR.
struct CardInput: Decodable {
    let card: String

    /// The longest line that a card can hold, with room for whatever a scanner adds.
    static let longest = 2_000

    /// What the line says; 422 with the reason for text that is no card.
    static func read(_ line: String) throws(Problem) -> CitizenCard {
        guard line.utf8.count <= longest else { throw Problem(.notACard) }
        do {
            return try CitizenCard(line: line)
        } catch {
            throw Problem(error)
        }
    }
}

extension Problem {
    /// The line itself is never repeated.
    fileprivate init(_ error: CitizenCardError) {
        self.init(422, "no_citizen_card", "The line is not of a citizen card.", detail: error.rawValue)
    }
}

extension CitizenCard {
    /// What the card says about a person; without a name where it was lost.
    var entry: RosterEntry {
        var entry = RosterEntry(sheet: "", row: 0, name: name ?? "")
        (entry.birth, entry.sex, entry.address, entry.citizenNumber) = (birth, sex, address, number.digits)
        return entry
    }
}
