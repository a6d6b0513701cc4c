internal import Attendance
internal import Exchange

extension BundleImport {
    /// What is to be kept of everybody of whom the bundle tells something new.
    ///
    /// One box tells of most events, and what it said last is what is kept. Only where several tell of one is each one's
    /// last word stored, and what is kept follows from all of them.
    func peopleAsTold(bundle id: Int64) throws -> [ToldPerson] {
        let told = bundle.people.map { ToldPerson($0, keys: intake.keys, bundle: id) }
        if try isOfSeveralBoxes() { return try asSeveralTell(told) }
        let known = try peopleToldLater()
        return told.filter { !known.contains($0.enrolment) }
    }

    private func isOfSeveralBoxes() throws -> Bool {
        try connection.first(
            "SELECT 1 FROM province.bundle WHERE event = $1 AND box <> $2 LIMIT 1", bundle.event.id, box
        ) { _ in true } ?? false
    }

    /// Of whom the box has said something in a later part of its ledger: this bundle was late.
    private func peopleToldLater() throws -> Set<ID<Enrolment>> {
        let people = try connection.all(
            """
            SELECT enrolment.id FROM province.enrolment JOIN province.bundle ON bundle.id = enrolment.bundle
            WHERE enrolment.event = $1 AND (bundle.last_seq, bundle.manifest) > ($2::bigint, $3::uuid)
            """, bundle.event.id, manifest.ledger.last, manifest.id
        ) { try $0[0] as ID<Enrolment> }
        return Set(people)
    }

    private func asSeveralTell(_ told: [ToldPerson]) throws -> [ToldPerson] {
        try keepFirstWords()
        try connection.copy("new_told", ToldPerson.columns + ", box") { writer in
            for person in told { try person.write(box: box, to: &writer) }
        }
        try connection.script("ANALYZE new_told (enrolment)")
        try keepLastWords()
        let words = try connection.all(
            """
            SELECT \(ToldPerson.columns) FROM (
                SELECT told.*, bundle.rank FROM province.told_person AS told
                JOIN new_told ON new_told.enrolment = told.enrolment JOIN province.bundle ON bundle.id = told.bundle
                WHERE bundle.event = $1
            ) AS told ORDER BY enrolment, rank DESC
            """, bundle.event.id
        ) { try ToldPerson($0) }
        return words.reduce(into: []) { people, word in
            if let person = people.last, person.enrolment == word.enrolment {
                people[people.count - 1] = person.completed(by: word)
            } else {
                people.append(word)
            }
        }
    }

    /// Stores what the only box so far had said, when a second one tells of the event.
    private func keepFirstWords() throws {
        try connection.run(
            """
            INSERT INTO province.told_person (\(ToldPerson.columns), box)
            SELECT enrolment.id, enrolment.bundle, participant, enrolment.name, birth, sex, ethnicity, commune, unit_code,
                unit_snapshot, position, organisation, is_walk_in, standing, number_hash, bundle.box
            FROM province.enrolment JOIN province.bundle ON bundle.id = enrolment.bundle
            WHERE enrolment.event = $1
            ON CONFLICT DO NOTHING
            """, bundle.event.id)
    }

    /// Stores what this box says, unless it has said something later.
    private func keepLastWords() throws {
        let columns = ToldPerson.columns.split(separator: ", ").dropFirst()
        try connection.run(
            """
            INSERT INTO province.told_person (\(ToldPerson.columns), box)
            SELECT \(ToldPerson.columns), box FROM new_told WHERE NOT EXISTS (
                SELECT 1 FROM province.enrolment WHERE enrolment.id = new_told.enrolment AND enrolment.event <> $1)
            ON CONFLICT (enrolment, box) DO UPDATE SET (\(columns.joined(separator: ", "))) =
                (\(columns.map { "excluded." + $0 }.joined(separator: ", ")))
            WHERE coalesce((SELECT (last_seq, manifest) < ($2::bigint, $3::uuid) FROM province.bundle
                WHERE id = told_person.bundle), true)
            """, bundle.event.id, manifest.ledger.last, manifest.id)
    }
}
