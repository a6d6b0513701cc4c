/// The body of `POST /login`.
struct LoginInput: Decodable {
    let name: String?
    let pin: String
}
