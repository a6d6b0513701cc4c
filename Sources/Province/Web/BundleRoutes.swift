internal import Attendance
internal import Exchange
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
                .receipt(try take(request.body, from: request.remote, caller))
            }
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

    /// Takes a bundle; what was refused is counted against the address and logged by its reason.
    private func take(
        _ file: BundleFile, of size: Int, from address: Address, _ caller: Caller
    ) throws -> Intake.Answer {
        do {
            return try intake.take(file, at: clock())
        } catch let refusal as BundleRefusal {
            log.notice("bundle of \(size) bytes from \(address.text) refused: \(refusal.code)")
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
