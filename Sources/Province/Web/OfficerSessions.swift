internal import Attendance
internal import Crypto
internal import Synchronization

/// The browsers that are signed in; they sign in again after a restart.
final class OfficerSessions: Sendable {
    private let sessions = Mutex<[String: OfficerSession]>([:])

    /// Hours after which a browser asks for the token again (OWASP ASVS 7.3.2).
    static let hours = 12

    /// Begins a session; the value of its cookie.
    func start(name: String, token: String, at now: Timestamp) -> String {
        let id = Base64.url.encode(Random.bytes(32))
        let session = OfficerSession(
            name: name, token: token, csrf: Base64.url.encode(Random.bytes(32)),
            endsAt: now.adding(minutes: OfficerSessions.hours * 60))
        sessions.withLock { sessions in
            sessions = sessions.filter { $0.value.endsAt > now }
            sessions[id] = session
        }
        return id
    }

    /// The session of a cookie; nil for an unknown or ended one.
    func session(_ id: String, at now: Timestamp) -> OfficerSession? {
        sessions.withLock { $0[id] }.flatMap { $0.endsAt > now ? $0 : nil }
    }

    /// Ends a session.
    func end(_ id: String) {
        sessions.withLock { $0[id] = nil }
    }
}
