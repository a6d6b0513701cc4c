package import Attendance

/// Who of an event's people somebody at the desk is.
package struct Recognition: Sendable {
    /// Has the same citizen number.
    package private(set) var byNumber: EnrolledPerson?
    /// The same name, birth and commune.
    package private(set) var same: [EnrolledPerson] = []
    /// The same name, and nothing that is known speaks against it: somebody has to ask.
    package private(set) var alike: [EnrolledPerson] = []

    /// Who it is without asking: by the number, or the only one who agrees in everything.
    package var certain: EnrolledPerson? { byNumber ?? (same.count == 1 ? same.first : nil) }
}

extension Recognition {
    /// Looks for the person among the people of an event; `numberHash` is the citizen number under the event's key.
    init(_ identity: Identity, numberHash: [UInt8]?, in event: ID<Event>, _ connection: Connection) throws {
        byNumber = try numberHash.flatMap { try connection.person(numberHash: $0, in: event) }
        for known in try connection.candidates(identity) {
            guard let person = try connection.person(known.participant.id, in: event),
                try connection.mayHave(numberHash, person.enrolment.id)
            else { continue }
            if known.citizenHash != nil, known.citizenHash == identity.citizenHash {
                byNumber = person
            } else if known.identity.isSame(as: identity) {
                same.append(person)
            } else if known.identity.isCompatible(with: identity) {
                alike.append(person)
            }
        }
    }
}

extension Store {
    /// Who of an event's people this is; nothing is kept.
    ///
    /// `counterparts` are the units that are the person's commune in any snapshot.
    package func recognise(
        _ person: RosterEntry, counterparts: Set<UnitCode>, in event: ID<Event>
    ) throws(StoreError) -> Recognition {
        let hash = person.citizenNumber.map(keys.citizenHash)
        let identity = Identity(person, citizenHash: hash, counterparts: counterparts)
        return try read { connection in
            let key = try connection.eventKey(event, keys: self.keys)
            return try Recognition(
                identity, numberHash: person.citizenNumber.flatMap { key?.numberHash($0) }, in: event, connection)
        }
    }
}
