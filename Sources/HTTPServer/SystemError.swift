import Glibc

/// A system call that failed.
package struct SystemError: Error, Sendable, CustomStringConvertible {
    /// What was called, on what.
    package let call: String
    /// The `errno` it left.
    package let code: Int32

    /// Takes the `errno` of this moment.
    init(_ call: String) {
        self.call = call
        code = errno
    }

    /// The call and the reason in the C library's words.
    package var description: String {
        "\(call): \(String(cString: strerror(code)))"
    }
}
