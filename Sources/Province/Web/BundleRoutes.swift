internal import Attendance
internal import Exchange
internal import HTTPServer
internal import Logging

/// How bundles come in, and what came.
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
                .receipt(try take(request.body, from: request.remote, caller))
            },
            Route(.get, "/api/v1/bundles") { request, _ in
                .json(["items": try DeliveredBundle.newest(try request.query.limit(), in: intake.database)])
            },
        ]
    }

    /// A large body is read from where it is, so that it takes no memory.
    private func take(_ body: Body, from address: Address, _ caller: Caller) throws -> Intake.Answer {
        try withExtendedLifetime(body) {
            guard let descriptor = body.descriptor else { return try take(body.bytes(), from: address, caller) }
            return try take(.descriptor(descriptor), of: body.count, from: address, caller)
        }
    }

    /// Takes a bundle that is in memory.
    func take(_ file: [UInt8], from address: Address, _ caller: Caller) throws -> Intake.Answer {
        try take(.bytes(file), of: file.count, from: address, caller)
    }

    /// Takes a bundle and logs what became of it; what was refused is counted against the address.
    private func take(
        _ file: BundleFile, of size: Int, from address: Address, _ caller: Caller
    ) throws -> Intake.Answer {
        do {
            let start = ContinuousClock.now
            let answer = try intake.take(file, at: clock())
            let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
            let result = answer.isNew ? "taken" : "known before"
            log.notice("\(answer.name) \(result) \(answer.account); \(milliseconds) ms")
            return answer
        } catch let refusal as BundleRefusal {
            let sender = refusal.sender.map { " of \($0)" } ?? ""
            log.notice("bundle of \(size) bytes\(sender) from \(address.text) refused: \(refusal.code)")
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
