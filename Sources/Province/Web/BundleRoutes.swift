internal import Attendance
internal import HTTPServer
internal import Logging

/// How bundles come in.
struct BundleRoutes: Sendable {
    let intake: Intake
    let throttle: FailureThrottle
    let clock: @Sendable () -> Timestamp
    let log: Logger

    /// Bytes of the largest bundle.
    static let mostBytes = 256 << 20

    /// The signature is the credential: a registered box needs no token.
    var routes: [Route] {
        [
            Route(.post, "/api/v1/bundles", .anybody, on: .slow, bodyLimit: BundleRoutes.mostBytes) { request, caller in
                .receipt(try take(try request.body.bytes(), from: request.remote, caller))
            }
        ]
    }

    /// Takes a bundle; what was refused is counted against the address and logged by its reason.
    func take(_ file: [UInt8], from address: Address, _ caller: Caller) throws -> Intake.Answer {
        do {
            return try intake.take(file, at: clock())
        } catch let refusal as BundleRefusal {
            log.notice("bundle of \(file.count) bytes from \(address.text) refused: \(refusal.code)")
            if caller == .nobody { try throttle.fail(address, at: clock()) }
            throw refusal
        }
    }
}

extension Response {
    /// The receipt as a file: 201 for a new bundle, 200 for one that was here before.
    static func receipt(_ answer: Intake.Answer) -> Response {
        Response(
            status: answer.isNew ? 201 : 200,
            headers: [
                ("Content-Type", "application/vnd.diemdanh.receipt"),
                ("Content-Disposition", "attachment; filename=\"\(answer.name)\""),
            ], content: .bytes(answer.receipt))
    }
}
