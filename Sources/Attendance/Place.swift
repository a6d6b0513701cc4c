/// Whose attendance it is, and where.
package struct Place: Hashable, Sendable {
    package let session: ID<Session>
    package let enrolment: ID<Enrolment>

    package init(session: ID<Session>, enrolment: ID<Enrolment>) {
        (self.session, self.enrolment) = (session, enrolment)
    }
}
