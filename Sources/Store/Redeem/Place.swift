internal import Attendance

/// Whose attendance it is, and where.
struct Place: Hashable, Sendable {
    let session: ID<Session>
    let enrolment: ID<Enrolment>
}
