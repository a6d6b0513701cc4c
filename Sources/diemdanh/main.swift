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
    let isHelp = DiemDanh.exitCode(for: error).isSuccess
    writeLine(DiemDanh.fullMessage(for: error), to: isHelp ? STDOUT_FILENO : STDERR_FILENO)
    exit(isHelp ? 0 : DiemDanh.exitCode(for: error) == .validationFailure ? 2 : 3)
}
