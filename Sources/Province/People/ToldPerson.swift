internal import Attendance
internal import Crypto
internal import Exchange

/// What a box says of somebody of an event.
struct ToldPerson {
    let enrolment: ID<Enrolment>
    let participant: ID<Participant>
    let name: String
    /// `1990-03-08`, `1990-03` or `1990`.
    private(set) var birth: String?
    private(set) var sex: String?
    private(set) var ethnicity: String?
    /// As the list has it.
    private(set) var commune: String?
    private(set) var unit: UnitCode?
    private(set) var position: String?
    private(set) var organisation: String?
    let isWalkIn: Bool
    let standing: String
    /// Keyed hash of the citizen number; nil where the list lacks it.
    private(set) var numberHash: [UInt8]?
    /// The row of the bundle that says so.
    let bundle: Int64

    /// A line of a bundle; a sealed number that cannot be opened is none.
    init(_ person: PersonRecord, keys: ProvinceKeys, bundle: Int64) {
        (enrolment, participant, name) = (person.enrolment, person.participant, person.name)
        birth = person.birth.flatMap { BirthDate(iso: $0)?.iso }
        (sex, ethnicity, commune) = (person.sex?.rawValue, person.ethnicity, person.commune?.name)
        unit = UnitCode(code: person.commune?.code, snapshot: person.commune?.snapshot)
        (position, organisation) = (person.position, person.organisation)
        (isWalkIn, standing) = (person.walkIn, person.standing)
        numberHash = keys.number(of: person).map { keys.hash($0.digits, for: "citizen number") }
        self.bundle = bundle
    }

    /// Reads ``columns``.
    init(_ row: SQLRow) throws {
        (enrolment, bundle, participant, name) = (try row[0], try row[1], try row[2], try row[3])
        (birth, sex, ethnicity, commune) = (try row[4], try row[5], try row[6], try row[7])
        unit = UnitCode(code: try row[8], snapshot: try row[9])
        (position, organisation, isWalkIn) = (try row[10], try row[11], try row[12])
        (standing, numberHash) = (try row[13], try row[14])
    }

    /// The columns of `province.told_person` without the box.
    static let columns = """
        enrolment, bundle, participant, name, birth, sex, ethnicity, commune, unit_code, unit_snapshot, position, \
        organisation, is_walk_in, standing, number_hash
        """

    /// Adds ``columns`` and the box.
    func write(box: Int, to writer: inout CopyWriter) throws {
        try writer.row(
            enrolment, bundle, participant, name, birth, sex, ethnicity, commune, unit?.code, unit?.snapshot, position,
            organisation, isWalkIn, standing, numberHash, box)
    }

    /// With what another box says where this one says nothing. A commune and its unit are one thing.
    func completed(by other: ToldPerson) -> ToldPerson {
        var person = self
        person.birth = birth ?? other.birth
        person.sex = sex ?? other.sex
        person.ethnicity = ethnicity ?? other.ethnicity
        if commune == nil && unit == nil { (person.commune, person.unit) = (other.commune, other.unit) }
        person.position = position ?? other.position
        person.organisation = organisation ?? other.organisation
        person.numberHash = numberHash ?? other.numberHash
        return person
    }
}

extension ProvinceKeys {
    /// The citizen number that only this province can read.
    fileprivate func number(of person: PersonRecord) -> CitizenNumber? {
        guard let sealed = person.sealedNumber.flatMap(Base64.padded.decode),
            let bytes = try? SealedBox.open(sealed, with: age)
        else { return nil }
        return CitizenNumber(String(decoding: bytes, as: UTF8.self))
    }
}
