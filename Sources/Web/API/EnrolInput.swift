/// The body of `POST /enrol`.
struct EnrolInput: Decodable {
    let token: String
}
