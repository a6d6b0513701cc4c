import Store
import Testing

@testable import Delivery

/// What an answer that is no success means.
struct DeliveryProblemTests {
    @Test(arguments: [
        401: DeliveryProblem.Kind.forbidden, 404: .wrongAddress, 429: .busy, 503: .busy, 409: .unexpected,
    ])
    func statusOfTheAnswerIsKept(status: Int, kind: DeliveryProblem.Kind) {
        let problem = DeliveryProblem(Upload.Answer(status: status, body: Array("no\nway".utf8)))
        #expect(problem == DeliveryProblem(kind, "\(status) no way", status: status))
    }

    @Test func wordsThatBeginWithANumberAreNoStatus() {
        #expect(DeliveryProblem(.unexpected, "409 bytes were left").status == nil)
    }
}
