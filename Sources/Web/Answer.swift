import HTTPServer

/// What a route gives back: a response, or the promise of one after the commit.
enum Answer: Sendable {
    case now(Response)
    /// Starts the work; the closure is called once, from any thread.
    case later(@Sendable (_ finish: @escaping @Sendable (Result<Response, any Error>) -> Void) -> Void)
}
