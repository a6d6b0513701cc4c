internal import CSodium

/// The library behind this module.
enum Sodium {
    /// Readies libsodium once, from whichever thread comes first (`sodium_init`).
    ///
    /// It fails only where the kernel gives no random bytes; nothing secret may be made there, so the process ends.
    static func start() {
        _ = started
    }

    private static let started: Void = {
        precondition(sodium_init() >= 0, "libsodium found no source of random bytes")
    }()
}
