import Attendance

/// The body of `PUT /events/{id}/participants/{participant}/standing`.
struct StandingInput: Decodable {
    let standing: String
    let reason: String

    /// The standing; 422 for an unknown one.
    func chosen() throws(Problem) -> Enrolment.Standing {
        guard let standing = Enrolment.Standing(rawValue: standing) else {
            throw .invalid("/standing", "must be valid, revoked or blocked")
        }
        return standing
    }
}
