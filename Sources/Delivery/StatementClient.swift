internal import Crypto
internal import Exchange
internal import Foundation
internal import Store

/// Posts statements to a learning record store (xAPI 1.0.3, part three, 2.1.2).
struct StatementClient {
    private let address: WebAddress
    private let trust: Trust
    private let headers: [(name: String, value: String)]
    private let isCancelled: @Sendable () -> Bool

    /// - Throws: ``DeliveryProblem`` for settings that cannot be used.
    init(_ settings: LRSSettings, isCancelled: @escaping @Sendable () -> Bool) throws(DeliveryProblem) {
        address = try WebAddress(settings.url).appending("/statements")
        trust = try Trust(setting: settings.ca)
        let fixed = [("Content-Type", "application/json"), ("X-Experience-API-Version", "1.0.3")]
        headers = fixed + (settings.credentials.header.map { [("Authorization", $0)] } ?? [])
        self.isCancelled = isCancelled
    }

    /// How many of the statements are there now; the others were refused for good.
    ///
    /// A store takes all of a batch or nothing, so a batch with a bad one is halved until the bad one stands alone. A
    /// conflict (409) of one alone means that it is there already.
    func send(_ statements: [XAPIStatement]) throws -> Int {
        do {
            let body = [UInt8](try JSONEncoder().encode(statements))
            _ = try Upload(url: address, headers: headers, body: .bytes(body), trust: trust)
                .send(isCancelled: isCancelled)
            return statements.count
        } catch let problem as DeliveryProblem {
            guard let status = problem.status, [400, 409, 413].contains(status) else { throw problem }
            if statements.count == 1 { return status == 409 ? 1 : 0 }
            let half = statements.count / 2
            return try send(Array(statements[..<half])) + send(Array(statements[half...]))
        }
    }
}

extension LRSSettings.Credentials {
    /// The value of `Authorization`.
    fileprivate var header: String? {
        switch self {
        case .none: nil
        case .password(let user, let password): "Basic " + Base64.padded.encode(Array("\(user):\(password)".utf8))
        case .token(let token): "Bearer \(token)"
        }
    }
}
