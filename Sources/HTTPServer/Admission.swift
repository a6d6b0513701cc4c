/// What a handler says to the head of a request, before any of its body is read.
package enum Admission: Sendable {
    /// Take the body, then respond on that lane; the server answers 413 to more than `bodyLimit` bytes.
    case admit(Lane, bodyLimit: Int)
    /// Answer this; the body is not kept.
    case refuse(Response)
}
