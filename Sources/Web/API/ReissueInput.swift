import Attendance

/// The body of `POST /events/{id}/participants/{participant}/reissue`.
struct ReissueInput: Decodable {
    let reason: String
    /// The code on the lost card: replacing it twice gives one new card.
    let code: String?

    /// The code to be replaced; 422 for what is no code.
    func replaced() throws(Problem) -> Code? {
        guard let code else { return nil }
        guard let known = Code(code) else { throw .invalid("/code", "is no code") }
        return known
    }
}
