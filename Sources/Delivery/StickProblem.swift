internal import Glibc

/// Why nothing was put on a stick.
package enum StickProblem: Error, Hashable, Sendable {
    /// It has not enough room: what is needed and what there is, in bytes.
    case full(needed: Int64, free: Int64)
    /// What was read back is not what was written.
    case differs
    /// It takes no writing: its switch is set, or the system has locked it since it is damaged.
    case protected
    /// The stick failed or was pulled; the system's words.
    case failed(String)

    /// The system's error number.
    init(_ code: Int32) {
        switch code {
        case ENOSPC: self = .full(needed: 0, free: 0)
        case EROFS: self = .protected
        default: self = .failed(String(cString: strerror(code)))
        }
    }
}
