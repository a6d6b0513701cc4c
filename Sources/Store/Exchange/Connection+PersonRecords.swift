internal import Attendance
internal import Crypto
internal import Exchange

extension Connection {
    /// Everybody of an event as a bundle has them, in the order of class lists; who was registered twice stands there
    /// twice, since entries of the ledger name both.
    ///
    /// Citizen numbers are sealed to `province`; without it they stay where they are.
    func personRecords(
        of event: ID<Event>, keys: BoxKeys, sealedTo province: AgreementPublicKey?
    ) throws -> [PersonRecord] {
        let earlier = try earlierCodes(of: event)
        let numbers = try province == nil ? [:] : citizenNumbers(of: event, keys)
        let sealed = try sealedNumbers(of: event, to: province)
        let (same, consents) = (try sameAs(in: event), try consents(of: event))
        return try enrolments(of: event).map { person in
            let id = person.enrolment.id
            var record = PersonRecord(person.participant, person.enrolment)
            (record.organisation, record.position) = (person.organisation, person.position)
            record.earlierCodes = earlier[id]
            (record.sameAs, record.consents) = (same[id], consents[id])
            record.sealedNumber = sealed[id].map(Base64.padded.encode)
            if let province, let number = numbers[id] {
                record.sealedNumber = Base64.padded.encode(try SealedBox.seal(Array(number.utf8), to: province))
            }
            return record
        }
    }

    /// The citizen numbers of cards, which were sealed to the province when the cards were read.
    ///
    /// What was sealed to another province's key stays here: nobody whom the bundle is for could open it.
    private func sealedNumbers(
        of event: ID<Event>, to province: AgreementPublicKey?
    ) throws -> [ID<Enrolment>: [UInt8]] {
        var numbers: [ID<Enrolment>: [UInt8]] = [:]
        try forEach(
            """
            SELECT e.id, p.province_number FROM enrolment AS e JOIN participant AS p ON p.id = e.participant
            WHERE e.event = ? AND p.province_number IS NOT NULL AND coalesce(p.province_key = ?, 1)
            """, event, province?.ageText
        ) { numbers[try $0[0]] = try $0[1] }
        return numbers
    }

    private func sameAs(in event: ID<Event>) throws -> [ID<Enrolment>: ID<Enrolment>] {
        var found: [ID<Enrolment>: ID<Enrolment>] = [:]
        try forEach("SELECT id, same_as FROM enrolment WHERE event = ? AND same_as IS NOT NULL", event) {
            found[try $0[0]] = try $0[1]
        }
        return found
    }

    private func consents(of event: ID<Event>) throws -> [ID<Enrolment>: [PersonRecord.Consent]] {
        var found: [ID<Enrolment>: [PersonRecord.Consent]] = [:]
        try forEach(
            """
            SELECT enrolment, purpose, text_version, method, at FROM consent
            WHERE enrolment IN (SELECT id FROM enrolment WHERE event = ?) ORDER BY enrolment, at, purpose
            """, event
        ) { row in
            let at: Timestamp = try row[4]
            found[try row[0], default: []].append(
                .init(purpose: try row[1], textVersion: try row[2], method: try row[3], at: at.rfc3339()))
        }
        return found
    }

    /// The codes that were replaced, each person's first one first.
    private func earlierCodes(of event: ID<Event>) throws -> [ID<Enrolment>: [String]] {
        var codes: [ID<Enrolment>: [String]] = [:]
        try forEach(
            """
            SELECT c.enrolment, c.number FROM code AS c JOIN enrolment AS e ON e.id = c.enrolment
            WHERE c.is_current = 0 AND e.event = ? ORDER BY c.enrolment, (
                SELECT max(seq) FROM ledger WHERE kind = 'code_reissued' AND kind <> 'redeem'
                    AND ledger.enrolment = c.enrolment AND digits = printf('%08d', c.number)
            )
            """, event
        ) { row in
            let code: Code = try row[1]
            codes[try row[0], default: []].append(code.digits)
        }
        return codes
    }
}
