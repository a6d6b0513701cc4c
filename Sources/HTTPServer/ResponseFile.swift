import Glibc

/// An open file to be sent as content; closed with the last reference.
package final class ResponseFile: Sendable {
    let descriptor: Int32
    /// Length in bytes at the time of opening.
    package let count: Int

    /// Opens a regular file for reading; throws ``SystemError``.
    package init(path: String) throws(SystemError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError("open \(path)") }
        do throws(SystemError) {
            count = try ResponseFile.length(of: descriptor, path)
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
    }

    /// Takes over an open descriptor, such as that of an unlinked file; throws ``SystemError`` and closes it then.
    package init(owning descriptor: Int32) throws(SystemError) {
        do throws(SystemError) {
            count = try ResponseFile.length(of: descriptor, "descriptor \(descriptor)")
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    private static func length(of descriptor: Int32, _ name: String) throws(SystemError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemError("stat \(name)") }
        return Int(status.st_size)
    }
}
