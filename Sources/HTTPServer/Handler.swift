/// What the server serves: two functions of a request.
package struct Handler: Sendable {
    let admit: @Sendable (Request) -> Admission
    let respond: @Sendable (Request, consuming Reply) -> Void

    /// - Parameters:
    ///   - admit: asked when the head is read, on the polling thread: must not block.
    ///   - respond: called with the whole request on the lane that `admit` named.
    package init(
        admit: @escaping @Sendable (Request) -> Admission,
        respond: @escaping @Sendable (Request, consuming Reply) -> Void
    ) {
        self.admit = admit
        self.respond = respond
    }
}
