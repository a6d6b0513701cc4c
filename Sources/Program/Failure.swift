/// Why a command ends without success: the sentence for standard error and the exit status.
package struct Failure: Error, CustomStringConvertible {
    package let description: String
    package let status: Status

    /// The exit status, as INTERFACES fixes it.
    package enum Status: Int32 {
        /// Bad input, a conflict, a finding of `verify`.
        case refused = 1
        case usage = 2
        /// The store or a device.
        case failed = 3
    }

    package init(description: String, status: Status) {
        (self.description, self.status) = (description, status)
    }

    /// A refusal: exit status 1.
    package static func refused(_ description: String) -> Failure {
        Failure(description: description, status: .refused)
    }

    /// The store or a device failed: exit status 3.
    package static func failed(_ description: String) -> Failure { Failure(description: description, status: .failed) }
}
