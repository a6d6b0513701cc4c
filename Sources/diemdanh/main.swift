import ArgumentParser
import Glibc
import Program

// Exit statuses are an interface: 0 done, 1 refused, 2 usage, 3 the store or a device failed.
do {
    var command = try DiemDanh.parseAsRoot()
    try command.run()
} catch let failure as Failure {
    writeLine("diemdanh: \(failure)", to: STDERR_FILENO)
    exit(failure.status.rawValue)
} catch {
    let status = DiemDanh.exitCode(for: error)
    guard status.isSuccess || status == .validationFailure else {
        let failure = Failure(wording: error)
        writeLine("diemdanh: \(failure)", to: STDERR_FILENO)
        exit(failure.status.rawValue)
    }
    writeLine(DiemDanh.fullMessage(for: error), to: status.isSuccess ? STDOUT_FILENO : STDERR_FILENO)
    exit(status.isSuccess ? 0 : 2)
}
