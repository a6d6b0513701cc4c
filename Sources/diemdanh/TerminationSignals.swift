import Glibc

/// SIGTERM and SIGINT, kept from every thread until somebody waits for them.
///
/// To be made before any thread is started: threads inherit the mask.
struct TerminationSignals {
    private var set = sigset_t()

    init() {
        sigemptyset(&set)
        sigaddset(&set, SIGTERM)
        sigaddset(&set, SIGINT)
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Returns when one of them arrives.
    func wait() {
        var set = set
        var received: Int32 = 0
        sigwait(&set, &received)
    }
}
