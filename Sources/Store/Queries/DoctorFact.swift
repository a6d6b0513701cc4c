/// One thing that a health check looked at.
package struct DoctorFact: Hashable, Sendable {
    package let subject: Subject
    package let state: State
    /// The figure or the finding, in English.
    package let detail: String

    package enum Subject: String, Sendable, CaseIterable {
        case diskSpace = "disk_space"
        case clock, database, ledger, permissions, backups, certificate
    }

    package enum State: String, Sendable, Comparable {
        case good, warning, bad

        package static func < (left: State, right: State) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .good: 0
            case .warning: 1
            case .bad: 2
            }
        }
    }
}
