internal import Attendance

extension Connection {
    /// Whose card has this number, as this or another box of the event has read it.
    func person(numberHash: [UInt8], in event: ID<Event>) throws -> EnrolledPerson? {
        try first("SELECT id FROM enrolment WHERE event = ? AND number_hash = ?", event, numberHash) {
            try $0[0] as ID<Enrolment>
        }.flatMap(person(enrolment:))
    }

    /// Whether nothing says that somebody has another number than this one.
    func mayHave(_ numberHash: [UInt8]?, _ enrolment: ID<Enrolment>) throws -> Bool {
        guard let numberHash else { return true }
        return try first(
            "SELECT 1 FROM enrolment WHERE (id = ? OR same_as = ?) AND +number_hash <> ?", enrolment, enrolment,
            numberHash
        ) { _ in true } == nil
    }

    /// Keeps the number of somebody's card under the event's key.
    func keep(numberHash: [UInt8], of enrolment: ID<Enrolment>) throws {
        try run("UPDATE enrolment SET number_hash = ? WHERE id = ? AND number_hash IS NULL", numberHash, enrolment)
    }
}
