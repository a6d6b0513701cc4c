import HTTPServer
import Store

extension Store {
    /// Submits a command; the response is made after its commit.
    func answer<Submitted: Command>(
        _ command: Submitted, _ response: @escaping @Sendable (Submitted.Answer) throws -> Response
    ) -> Answer {
        .later { finish in
            self.submit(command) { result in
                finish(Result { try response(try result.get()) })
            }
        }
    }
}
