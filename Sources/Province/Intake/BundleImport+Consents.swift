internal import Attendance
internal import Exchange

extension BundleImport {
    /// Keeps what people have agreed to, so that it can be proved here too; what is kept stays.
    func storeConsents() throws {
        try connection.copy("new_consent", "enrolment, purpose, text_version, method, given_at") { writer in
            for person in bundle.people {
                for consent in person.consents ?? [] {
                    try writer.row(
                        person.enrolment, consent.purpose, consent.textVersion, consent.method,
                        Timestamp(rfc3339: consent.at))
                }
            }
        }
        try connection.run(
            """
            INSERT INTO province.consent SELECT new_consent.* FROM new_consent
            JOIN province.enrolment ON enrolment.id = new_consent.enrolment WHERE enrolment.event = $1
            ON CONFLICT DO NOTHING
            """, bundle.event.id)
    }
}
