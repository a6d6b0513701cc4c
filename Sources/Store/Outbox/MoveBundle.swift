package import Attendance

/// Writes down what happened to a bundle on its way; one that has its receipt stays as it is.
package struct MoveBundle: Command {
    package let bundle: ID<OutboxBundle>
    package let step: Step

    package init(_ bundle: ID<OutboxBundle>, _ step: Step) {
        (self.bundle, self.step) = (bundle, step)
    }

    /// What happened.
    package enum Step: Hashable, Sendable {
        /// An upload begins.
        case sending
        /// An upload ended without an answer that counts.
        case failed(DeliveryProblem)
        /// The province does not want it.
        case refused(DeliveryProblem)
        /// A stick or a phone took it along.
        case carried(by: OutboxBundle.Carrier)
    }

    /// - Throws: `.notFound(.bundle)`.
    package func execute(in transaction: Transaction) throws -> OutboxBundle {
        let box = try transaction.connection.boxID()
        guard var bundle = try transaction.connection.bundle(bundle, of: box) else {
            throw StoreError.notFound(.bundle)
        }
        guard bundle.state != .receipted else { return bundle }
        bundle.take(step)
        try transaction.connection.update(bundle)
        return bundle
    }
}

extension OutboxBundle {
    fileprivate mutating func take(_ step: MoveBundle.Step) {
        switch step {
        case .sending: (state, carrier, attempts) = (.sending, .https, attempts + 1)
        case .failed(let problem): (state, self.problem) = (.waiting, problem)
        case .refused(let problem): (state, self.problem) = (.refused, problem)
        case .carried(let carrier): (state, self.carrier) = (.sent, carrier)
        }
    }
}

extension Connection {
    /// Who this box is now.
    func boxID() throws -> String {
        guard let id = try first("SELECT id FROM box", read: { try $0[0] as String }) else {
            throw StoreError.notInitialised
        }
        return id
    }
}
