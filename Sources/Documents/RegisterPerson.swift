internal import Attendance

/// One person of the register as exports show them.
struct RegisterPerson: Encodable {
    /// STT: the place in the register, walk-ins behind the roster.
    let number: Int
    let id: String
    let code: String
    let name: String
    let birthDate: String?
    let birthYear: Int?
    let sex: Sex?
    let ethnicity: String?
    let position: String?
    let organisation: String?
    let commune: String?
    let communeCode: String?
    let communeSnapshot: String?
    let address: String?
    let phone: String?
    let citizenNumber: String?
    let walkIn: Bool
    let note: String?
    /// In the order of the sessions.
    let attendance: [RegisterAttendance]

    init(_ row: Register.Row, number: Int, in register: Register) {
        let person = row.participant
        self.number = number
        (id, code, name) = (person.id.description, row.enrolment.code.digits, person.name)
        (birthDate, birthYear, sex) = (person.birth?.iso, person.birth?.year, person.sex)
        (ethnicity, position, organisation) = (person.ethnicity, row.position, row.organisation)
        (commune, communeCode) = (person.commune, person.communeUnit?.code)
        communeSnapshot = person.communeUnit?.snapshot
        (address, phone, citizenNumber) = (person.address, person.phone, row.citizenNumber)
        (walkIn, note) = (row.enrolment.isWalkIn, row.note)
        let offset = register.event.definition.utcOffsetMinutes
        attendance = zip(register.event.sessions, row.records).map {
            RegisterAttendance($1, in: $0, isHeld: !register.notHeld.contains($0.id), offset: offset)
        }
    }
}

extension Register {
    /// The roster in its order, then the walk-ins in theirs.
    var people: [RegisterPerson] {
        let rows = rows.filter { !$0.enrolment.isWalkIn } + rows.filter(\.enrolment.isWalkIn)
        return rows.enumerated().map { position, row in
            RegisterPerson(row, number: position + 1, in: self)
        }
    }
}
