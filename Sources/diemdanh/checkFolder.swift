import Glibc
import Program

/// Throws ``Failure`` unless there is such a folder; `hint` says what to look at.
func checkFolder(_ path: String, _ hint: String) throws {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
        throw Failure.failed("there is no folder \(path)\(hint)")
    }
}
