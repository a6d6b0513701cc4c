package import Logging

extension Logger {
    /// Lines on standard error, where systemd's journal takes them.
    package static func standard(level: String? = nil) -> Logger {
        var logger = Logger(label: "diemdanh", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = level.flatMap(Level.init(rawValue:)) ?? .notice
        return logger
    }
}
