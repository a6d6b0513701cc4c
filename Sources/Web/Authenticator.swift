import Attendance
import Crypto
import HTTPServer
import Store
import Synchronization

/// Finds out who sent a request: by the door, the bearer token, or the cookies.
///
/// What was found is remembered for a second, so that a queue at the desk costs no reading of the store per scan.
final class Authenticator: Sendable {
    private struct Known {
        let caller: Caller
        let until: Int64
    }

    private let store: Store
    private let clock: @Sendable () -> ClockReading
    private let known = Mutex<[String: Known]>([:])
    /// When the store was last told that a cookie is in use, in boot milliseconds.
    private let touched = Mutex<[String: Int64]>([:])

    static let sessionCookie = "diemdanh_session"
    static let stationCookie = "diemdanh_station"

    init(store: Store, clock: @escaping @Sendable () -> ClockReading) {
        (self.store, self.clock) = (store, clock)
    }

    /// The caller; ``Caller/anybody`` for who shows nothing. Throws 401 for a bearer token that is not known.
    func caller(of request: Request) throws -> Caller {
        switch request.listener {
        case .control: return Caller(.organiser, Actor(.system))
        case .kiosk: return request.isForLocalhost ? Caller(.kiosk, Actor(.kiosk)) : .anybody
        case .main, .tls: break
        }
        if let authorization = request.headers["Authorization"] { return try bearer(authorization) }
        let (session, station) = (request.sessionCookie, request.stationCookie)
        if session == nil, station == nil { return .anybody }
        return try remembered("cookies \(session ?? "")|\(station ?? "")") {
            try fromCookies(session: session, station: station)
        }
    }

    /// Forgets what is remembered, after somebody was shut out.
    func forget() {
        known.withLock { $0 = [:] }
    }

    private func bearer(_ authorization: String) throws -> Caller {
        try remembered(authorization) {
            let parts = authorization.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw Problem.unauthenticated }
            let token = String(parts[1])
            if try store.isAPIToken(token) { return Caller(.organiser, Actor(.api)) }
            guard let station = try store.station(token: token, now: clock()) else { throw Problem.unauthenticated }
            return Caller(station: station, csrf: nil)
        }
    }

    private func fromCookies(session: String?, station: String?) throws -> Caller {
        let now = clock()
        let device = try station.flatMap { try store.station(token: $0, now: now) }
        let csrf = station.map { Hex.encode(HMAC.sha256(Array("csrf".utf8), key: Array($0.utf8))) }
        let place = device.map { Caller(station: $0, csrf: csrf) } ?? .anybody
        if let station, let device, isDue(station, now) { store.submit(TouchStation(station: device.id)) { _ in } }
        guard let session, let staff = try store.staffSession(token: session, now: now) else { return place }
        if isDue(session, now) { store.submit(TouchStaffSession(token: session)) { _ in } }
        return place.signedIn(staff)
    }

    /// Whether a minute has passed since the store was told of this cookie; then it counts as told.
    private func isDue(_ cookie: String, _ now: ClockReading) -> Bool {
        touched.withLock { touched in
            if let last = touched[cookie], now.bootMilliseconds - last < 60_000 { return false }
            if touched.count > 1_000 { touched = [:] }
            touched[cookie] = now.bootMilliseconds
            return true
        }
    }

    private func remembered(_ key: String, find: () throws -> Caller) rethrows -> Caller {
        let now = clock().bootMilliseconds
        if let entry = known.withLock({ $0[key] }), entry.until > now { return entry.caller }
        let caller = try find()
        known.withLock { known in
            if known.count > 1_000 { known = [:] }
            known[key] = Known(caller: caller, until: now + 1_000)
        }
        return caller
    }
}

extension Caller {
    /// An enrolled device on its own.
    fileprivate init(station: Station, csrf: String?) {
        switch station.role {
        case .desk: self.init(.station, Actor(.desk, station: station.id), csrf: csrf)
        case .kiosk: self.init(.kiosk, Actor(.kiosk, station: station.id), csrf: csrf)
        case .display: self.init(.display, Actor(.display, station: station.id), csrf: csrf)
        }
        (stationName, stationDirection) = (station.name, station.direction)
        isAtDesk = station.role == .desk
    }

    /// The same device with a staff member who has typed the PIN.
    ///
    /// An operator counts only on an enrolled desk; an organiser anywhere.
    fileprivate func signedIn(_ session: StaffSession) -> Caller {
        var caller = self
        caller.operatorName = session.staff.name
        caller.csrf = session.csrf
        caller.signedInUntil = session.endsAtBootMilliseconds
        switch (session.staff.role, role) {
        case (.organiser, _):
            caller.role = .organiser
            caller.actor = Actor(.organiser, staff: session.staff.id, station: actor.station)
        case (.operator, .station):
            caller.role = .desk
            caller.actor = Actor(.desk, staff: session.staff.id, station: actor.station)
        default:
            return self
        }
        return caller
    }
}

extension Request {
    /// Whether the page was asked for by the name `localhost`.
    var isForLocalhost: Bool {
        (headers["Host"] ?? "").split(separator: ":").first?.lowercased() == "localhost"
    }
}
