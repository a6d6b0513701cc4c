import ArgumentParser
import Glibc
import Program
import Province

// Exit statuses are an interface: 0 done, 1 refused, 2 usage, 3 the database or a device failed.
do {
    var command = try DiemDanhProvince.parseAsRoot()
    try command.run()
} catch {
    switch Failure(of: error) {
    case let failure?:
        writeLine("diemdanh-province: \(failure)", to: STDERR_FILENO)
        exit(failure.status.rawValue)
    case nil:
        let code = DiemDanhProvince.exitCode(for: error)
        writeLine(DiemDanhProvince.fullMessage(for: error), to: code.isSuccess ? STDOUT_FILENO : STDERR_FILENO)
        exit(code.isSuccess ? 0 : code == .validationFailure ? 2 : 3)
    }
}
