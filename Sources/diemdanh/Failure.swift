import ArgumentParser

/// Why a command ends without success: the sentence for standard error and the exit status.
struct Failure: Error, CustomStringConvertible {
    let description: String
    let status: Status

    /// The exit status, as INTERFACES fixes it.
    enum Status: Int32 {
        /// Bad input, a conflict, a finding of `verify`.
        case refused = 1
        case usage = 2
        /// The store or a device.
        case failed = 3
    }

    static func refused(_ description: String) -> Failure { Failure(description: description, status: .refused) }

    static func failed(_ description: String) -> Failure { Failure(description: description, status: .failed) }
}
