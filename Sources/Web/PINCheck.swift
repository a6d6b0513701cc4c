import Attendance
import Crypto
import HTTPServer
import Store

/// Takes a PIN: where it may be typed, and how often it may be wrong.
struct PINCheck: Sendable {
    private let store: Store
    private let staffNetworks: [Network]
    private let clock: @Sendable () -> ClockReading
    private let throttle = LoginThrottle()

    init(_ environment: Environment) {
        (store, staffNetworks, clock) = (environment.store, environment.staffNetworks, environment.clock)
    }

    /// Who knows the hall's passphrase can read plain HTTP: a PIN is taken on loopback, on the staff's own network and
    /// over TLS.
    func checkPlace(_ request: Request) throws(Problem) {
        let isSafe =
            request.listener == .tls || request.remote.isLoopback
            || staffNetworks.contains { $0.contains(request.remote) }
        guard isSafe else { throw Problem(403, "https_needed", "A PIN is taken over https only from this network.") }
    }

    /// Throws 429 for who has guessed too often from there, whoever they were after.
    func checkGuesser(_ context: Context) throws(Problem) {
        try throttle.check(guesser(context), at: clock().bootMilliseconds)
    }

    /// Counts a guess that was after nobody.
    func countGuess(_ context: Context) {
        throttle.fail(guesser(context), at: clock().bootMilliseconds)
    }

    /// Everybody of `staff` who has this PIN, one at least. `account` is whose PIN was to be typed; nil where it says itself who
    /// types it. Throws 401 for a wrong one, which counts, and 429 while the account is locked from there.
    func holders(
        of pin: String, among staff: [StaffMember], account: ID<StaffMember>?, _ context: Context
    ) throws -> [StaffMember] {
        let (now, origin) = (clock(), try origin(of: account, context))
        let locked = try store.lockout(of: account, from: origin, now)
        guard locked == 0 else { throw Problem.slowDown(afterSeconds: Int(locked + 999) / 1_000) }
        let holders = try staff.filter { try PINHash.verify(pin, against: $0.pinHash) }
        guard holders.isEmpty else { return holders }
        throttle.fail(guesser(context), at: now.bootMilliseconds)
        _ = try store.perform(RecordLoginFailure(staff: account, from: origin))
        throw Problem.wrongPIN
    }

    /// Forgives the wrong PINs from there.
    func forgive(_ account: ID<StaffMember>?, _ context: Context) throws {
        throttle.succeed(guesser(context))
        try store.perform(ForgiveLoginFailures(staff: account, from: try origin(of: account, context)))
    }

    /// From where somebody types a PIN. What an enrolled device is counts more than its address.
    func origin(of account: ID<StaffMember>?, _ context: Context) throws -> LoginOrigin {
        let request = context.request
        if request.listener == .kiosk { return .kiosk }
        if let station = context.caller.actor.station { return .station(station) }
        if request.remote.isLoopback { return .box }
        guard let account, let token = request.browserCookie, try store.isKnown(browser: token, of: account) else {
            return .elsewhere
        }
        return .browser(token)
    }

    private func guesser(_ context: Context) -> LoginThrottle.Guesser {
        if context.request.listener == .kiosk { return .kiosk }
        if let station = context.caller.actor.station { return .station(station) }
        return .address(context.request.remote)
    }
}
