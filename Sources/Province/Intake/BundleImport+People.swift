internal import Attendance
internal import Crypto
internal import Exchange

extension BundleImport {
    /// Stores everybody of the event, and finds out who was at other events too; all events at which somebody may now be
    /// another person than before.
    func storePeople(bundle id: Int64) throws -> Set<ID<Event>> {
        let people = try peopleAsTold(bundle: id)
        let facts = people.map { PersonFacts($0, intake.units) }
        try connection.copy("new_person", BundleImport.columns) { writer in
            for (person, facts) in zip(people, facts) { try write(person, facts, to: &writer) }
        }
        // Without it the planner expects thousands, and reads all people of all years.
        try connection.script("ANALYZE new_person (id, block)")
        try identify(facts)
        try connection.run(
            """
            INSERT INTO province.enrolment (\(BundleImport.columns), person)
            SELECT \(BundleImport.qualifiedColumns), person.id FROM new_person
            JOIN new_identity ON new_identity.enrolment = new_person.id
            JOIN province.person ON person.identity = new_identity.identity
            ON CONFLICT (id) DO UPDATE SET (\(BundleImport.changing), person) = (\(BundleImport.excluded), excluded.person)
            WHERE province.enrolment.event = excluded.event
            """)
        let moved = try connection.all(
            """
            UPDATE province.enrolment SET person = person.id
            FROM new_identity JOIN province.person ON person.identity = new_identity.identity
            WHERE enrolment.id = new_identity.enrolment AND enrolment.person <> person.id RETURNING enrolment.event
            """
        ) { try $0[0] as ID<Event> }
        let decided = try isDecidedAbout() ? DecidedPeople.apply(connection) : []
        return decided.union(moved).union([bundle.event.id])
    }

    /// Whether officers have decided about somebody whose number the bundle may have changed.
    private func isDecidedAbout() throws -> Bool {
        try connection.first(
            """
            SELECT 1 FROM province.decision JOIN new_identity ON new_identity.enrolment = decision.first_enrolment
            UNION ALL
            SELECT 1 FROM province.decision JOIN new_identity ON new_identity.enrolment = decision.second_enrolment
            LIMIT 1
            """
        ) { _ in true } ?? false
    }

    private static let changingNames = [
        "participant", "name", "folded_name", "birth", "sex", "ethnicity", "kinh_dtts", "commune", "unit_code",
        "unit_snapshot", "unit_now", "unit_now_name", "is_unit_now_approximate", "position", "organisation",
        "is_walk_in", "standing", "number_hash", "block", "bundle",
    ]
    private static let columns = (["id", "event"] + changingNames).joined(separator: ", ")
    private static let qualifiedColumns = (["id", "event"] + changingNames).map { "new_person." + $0 }
        .joined(separator: ", ")
    private static let changing = changingNames.joined(separator: ", ")
    private static let excluded = changingNames.map { "excluded." + $0 }.joined(separator: ", ")

    private func write(_ person: ToldPerson, _ facts: PersonFacts, to writer: inout CopyWriter) throws {
        let place = PersonPlace(name: person.commune, unit: person.unit, intake.units)
        try writer.row(
            person.enrolment, bundle.event.id, person.participant, person.name, facts.foldedName,
            person.birth, person.sex, person.ethnicity, Statistics.kinhDTTS(ethnicity: person.ethnicity),
            person.commune, place.unit?.code, place.unit?.snapshot, place.now?.unit.code, place.nameNow,
            place.now?.isApproximate ?? false, person.position, person.organisation, person.isWalkIn, person.standing,
            person.numberHash, block(facts), person.bundle)
    }

    /// Of who cannot be found by name, everybody is a block of their own.
    private func block(_ facts: PersonFacts) -> [UInt8] {
        intake.keys.hash(facts.blockText ?? "alone|\(facts.participant)", for: "block")
    }

    /// Decides again who is who in all blocks that the bundle's people belong to.
    private func identify(_ people: [PersonFacts]) throws {
        let known = try knownInBlocks()
        let blocks = Dictionary(grouping: people + known) {
            $0.blockText ?? "alone|\($0.participant)"
        }
        try connection.copy("new_identity", "enrolment, identity") { writer in
            for people in blocks.values {
                for (enrolment, text) in IdentityResolver(people).identities {
                    try writer.row(enrolment, intake.keys.hash(text, for: "identity"))
                }
            }
        }
        try connection.script("ANALYZE new_identity")
        try connection.run(
            """
            INSERT INTO province.person (identity) SELECT DISTINCT identity FROM new_identity
            ON CONFLICT (identity) DO NOTHING
            """)
    }

    /// The people stored before who share a block with somebody of the bundle, now or until now.
    private func knownInBlocks() throws -> [PersonFacts] {
        try connection.all(
            """
            SELECT id, participant, number_hash, folded_name, birth, unit_code, unit_snapshot, commune
            FROM province.enrolment
            WHERE id NOT IN (SELECT id FROM new_person) AND block IN (
                SELECT block FROM new_person
                UNION SELECT old.block FROM province.enrolment AS old JOIN new_person ON new_person.id = old.id)
            """
        ) { row in
            let unit = UnitCode(code: try row[5], snapshot: try row[6])
            let place = PersonPlace(name: try row[7], unit: unit, intake.units)
            return PersonFacts(
                enrolment: try row[0], participant: try row[1], numberHash: try row[2], foldedName: try row[3],
                birth: (try row[4] as String?).flatMap { BirthDate(iso: $0) }, commune: place.text,
                communeNow: place.textNow)
        }
    }
}
