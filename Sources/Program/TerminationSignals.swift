internal import Glibc

/// SIGTERM and SIGINT, kept from every thread until somebody waits for them.
///
/// To be made before any thread is started: threads inherit the mask.
package struct TerminationSignals {
    private var set = sigset_t()

    /// Keeps the signals back from this thread and all it starts.
    package init() {
        sigemptyset(&set)
        sigaddset(&set, SIGTERM)
        sigaddset(&set, SIGINT)
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Returns when one of them arrives.
    package func wait() {
        var set = set
        var received: Int32 = 0
        sigwait(&set, &received)
    }
}
