internal import Attendance

extension Transaction {
    /// Remembers a name for the search, which learns of it after the commit.
    func name(_ enrolment: ID<Enrolment>, _ name: String, in event: ID<Event>) {
        state.namings.append(Naming(event: event, enrolment: enrolment, name: name))
    }

    /// Writes what is now known of a participant, under whichever enrolments the search finds the name.
    func update(_ person: KnownPerson) throws {
        try connection.update(person)
        try connection.forEach("SELECT id, event FROM enrolment WHERE participant = ?", person.participant.id) {
            name(try $0[0], person.participant.name, in: try $0[1])
        }
    }
}
