import Attendance
import Crypto

/// The code on a room's screen: whoever scans it is in the room now.
///
/// It changes every 30 s of boot time, and only this process can make or check it: the key dies with it.
struct VenueCode: Sendable {
    private let key = Random.bytes(32)

    static let stepMilliseconds: Int64 = 30_000

    /// The token of this moment, 16 letters, digits, `-` and `_`; `now` is in boot milliseconds.
    func token(for event: ID<Event>, at now: Int64) -> String {
        token(event, step: now / VenueCode.stepMilliseconds)
    }

    /// Whether the token is the one of this step or of the step before.
    func isFresh(_ token: String, for event: ID<Event>, at now: Int64) -> Bool {
        let step = now / VenueCode.stepMilliseconds
        let good = [step, step - 1].map { Array(self.token(event, step: $0).utf8) }
        return good.contains { constantTimeEqual(Array(token.utf8), $0) }
    }

    /// How long the token of this moment will be shown.
    func millisecondsLeft(at now: Int64) -> Int64 {
        VenueCode.stepMilliseconds - now % VenueCode.stepMilliseconds
    }

    private func token(_ event: ID<Event>, step: Int64) -> String {
        Base64.url.encode(Array(HMAC.sha256(Array("\(event) \(step)".utf8), key: key).prefix(12)))
    }
}
