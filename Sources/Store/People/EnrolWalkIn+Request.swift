internal import Attendance
internal import Crypto
internal import FoundationEssentials

extension Transaction {
    /// The answer that was given before to the same request.
    ///
    /// - Throws: `.nonceReused` if the key came with anything else.
    func walkInRequest(_ command: EnrolWalkIn) throws -> EnrolWalkIn.Answer? {
        let earlier = try connection.first(
            "SELECT content_hash, enrolment, is_new FROM walk_in_request WHERE nonce = ?",
            Nonce.bytes(command.idempotencyKey)
        ) { (content: try $0[0] as [UInt8], enrolment: try $0[1] as ID<Enrolment>, isNew: try $0[2] as Bool) }
        guard let earlier else { return nil }
        guard earlier.content == keys.requestHash(command.content),
            let person = try connection.person(enrolment: earlier.enrolment)
        else { throw StoreError.nonceReused }
        return EnrolWalkIn.Answer(person: person, isNew: earlier.isNew)
    }

    /// Remembers a request that was done.
    func keepRequest(_ command: EnrolWalkIn, _ enrolment: ID<Enrolment>, isNew: Bool) throws {
        try connection.run(
            "INSERT INTO walk_in_request (nonce, content_hash, enrolment, is_new) VALUES (?, ?, ?, ?)",
            Nonce.bytes(command.idempotencyKey), keys.requestHash(command.content), enrolment, isNew)
    }
}

extension EnrolWalkIn {
    /// Everything that a repetition must have in common.
    fileprivate var content: [UInt8] {
        var encoder = CanonicalEncoder()
        encoder.add(event.uuid)
        encoder.add(confirmed?.uuid)
        for text in [
            person.name, person.birth?.iso, person.sex?.rawValue, person.ethnicity, person.phone, person.citizenNumber,
            person.commune, person.address, person.organisation, person.position, person.note,
            consent?.purpose, consent?.textVersion, consent?.method,
        ] {
            encoder.add(text)
        }
        return encoder.bytes
    }
}
