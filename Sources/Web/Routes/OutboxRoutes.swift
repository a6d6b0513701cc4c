import Attendance
import Delivery
import HTTPServer
import Store

/// What leaves the box for the province, and the receipts that come back.
struct OutboxRoutes {
    private let outbox: Outbox
    private let courier: Courier?
    private let clock: @Sendable () -> ClockReading

    /// The longest receipt: a million scans.
    private static let receiptLimit = 64 << 20

    init(_ environment: Environment) {
        (courier, clock) = (environment.courier, environment.clock)
        outbox =
            environment.courier?.outbox
            ?? Outbox(store: environment.store, software: "diemdanh \(environment.version)")
    }

    var routes: [Route] {
        [
            Route(.get, "/api/v1/outbox", [.desk], show),
            Route(.post, "/api/v1/outbox/push", .organiser, push),
            Route(.post, "/api/v1/outbox/bundles", [.desk], on: .slow, make),
            Route(.get, "/api/v1/outbox/bundles/{id}", [.desk], on: .slow, download),
            Route(.post, "/api/v1/outbox/carried", .organiser, carried),
            Route(
                .post, "/api/v1/outbox/receipts", [.desk], on: .slow, bodyLimit: Self.receiptLimit, takeReceipt),
        ]
    }

    @Sendable private func show(_ context: Context) throws -> Answer { .now(try state()) }

    /// Asks for a round at once; how it went shows in the next answer of `GET /outbox`.
    @Sendable private func push(_ context: Context) throws -> Answer {
        let servesOthers = courier?.servesOthers ?? false
        guard try servesOthers || outbox.store.province?.url != nil else { throw Problem.noProvince }
        courier?.pushNow()
        return .now(try state(status: 202))
    }

    /// Makes bundles of everything that is in none yet.
    @Sendable private func make(_ context: Context) throws -> Answer {
        try outbox.make(.everything)
        return .now(try state())
    }

    /// A bundle for a phone to carry, encrypted to the province's key; none that has arrived.
    @Sendable private func download(_ context: Context) throws -> Answer {
        guard let bundle = try outbox.store.bundle(context.id()), bundle.state != .receipted else {
            throw Problem.notFound
        }
        guard let province = try outbox.store.province else { throw Problem.noProvince }
        let whole = try outbox.whole(bundle)
        let file = try outbox.encryptedFile(whole, to: province.ageKey)
        _ = try outbox.store.perform(MoveBundle(bundle.id, .carried(by: .phone)))
        let headers = [
            ("Content-Type", "application/octet-stream"), ("Cache-Control", "no-store"),
            ("Content-Disposition", "attachment; filename=\"\(bundle.name).ddb.age\""),
        ]
        return .now(Response(status: 200, headers: headers, content: .file(try ResponseFile(owning: file))))
    }

    /// The command line has put bundles on a stick and read them back.
    @Sendable private func carried(_ context: Context) throws -> Answer {
        let input = try context.request.json(CarriedInput.self)
        for (index, text) in input.bundles.enumerated() {
            guard let id = ID<OutboxBundle>(text) else { throw Problem.invalid("/bundles/\(index)", "is no id") }
            _ = try outbox.store.perform(MoveBundle(id, .carried(by: .usb)))
        }
        return .now(try state())
    }

    @Sendable private func takeReceipt(_ context: Context) throws -> Answer {
        guard try outbox.store.province != nil else { throw Problem.noProvince }
        let carrier = context.request.query["carrier"] ?? OutboxBundle.Carrier.phone.rawValue
        guard let carrier = OutboxBundle.Carrier(rawValue: carrier) else {
            throw Problem.malformed("carrier must be https, usb or phone")
        }
        do {
            let file = try UploadedFile(context.request).bytes
            return .now(.json(ReceiptAnswer(try outbox.accept(receipt: file, by: carrier))))
        } catch StoreError.notFound(.bundle) {
            throw Problem.foreignReceipt
        } catch let problem as DeliveryProblem {
            throw Problem(422, "bad_receipt", "This is no receipt of the province.", detail: problem.detail)
        }
    }

    private func state(status: Int = 200) throws -> Response {
        .json(
            try OutboxOutput(outbox, isPushing: courier?.isPushing ?? false, now: clock()), status: status)
    }
}

extension Problem {
    fileprivate static let noProvince = Problem(
        409, "no_province", "No province is set, so nothing can be sent or encrypted to it.")
    fileprivate static let foreignReceipt = Problem(
        404, "unknown_bundle", "The receipt is of a bundle that this box did not make.")
}
