import Attendance
import Crypto
import HTTPServer
import Store

/// Who works here: signing in with a PIN, and the operators' names.
struct StaffRoutes {
    private let store: Store
    private let environment: Environment
    private let authenticator: Authenticator
    private let throttle: LoginThrottle

    init(_ environment: Environment, authenticator: Authenticator) {
        (self.environment, self.authenticator) = (environment, authenticator)
        store = environment.store
        throttle = LoginThrottle()
    }

    var routes: [Route] {
        [
            Route(.get, "/api/v1/me", .anybody, me),
            // Argon2 takes 46 MiB and a tenth of a second: the slow lane.
            Route(.post, "/api/v1/login", .anybody, on: .slow, bodyLimit: 4 << 10, login),
            Route(.post, "/api/v1/logout", .anybody, bodyLimit: 4 << 10, logout),
            Route(.get, "/api/v1/operators", .organiser, operators),
            Route(.post, "/api/v1/operators", .organiser, on: .slow, bodyLimit: 4 << 10, addOperator),
        ]
    }

    @Sendable private func me(_ context: Context) throws -> Answer {
        .now(.json(CallerOutput(context.caller)))
    }

    @Sendable private func login(_ context: Context) throws -> Answer {
        let input = try context.request.json(LoginInput.self)
        try checkPlace(context.request)
        let now = environment.clock()
        try throttle.check(context.request.remote, at: now.bootMilliseconds)
        let found = try member(named: input.name)
        // Before the PIN: from elsewhere an operator can be neither guessed, nor counted, nor locked out.
        guard found?.role == .organiser || context.caller.isAtDesk else {
            throw Problem(403, "station_needed", "An operator needs an enrolled desk.")
        }
        guard let staff = found else {
            throttle.fail(context.request.remote, at: now.bootMilliseconds)
            throw Problem.wrongPIN
        }
        let locked = try store.lockout(of: staff.id, now)
        guard locked == 0 else { throw Problem.slowDown(afterSeconds: Int(locked + 999) / 1_000) }
        guard try PINHash.verify(input.pin, against: staff.pinHash) else {
            throttle.fail(context.request.remote, at: now.bootMilliseconds)
            _ = try store.perform(RecordLoginFailure(staff: staff.id))
            throw Problem.wrongPIN
        }
        throttle.succeed(context.request.remote)
        return .now(try signIn(staff, context))
    }

    private func signIn(_ staff: StaffMember, _ context: Context) throws -> Response {
        if let old = context.request.sessionCookie {
            try store.perform(EndStaffSession(token: old))
        }
        let session = try store.perform(StartStaffSession(staff: staff.id, station: context.caller.actor.station))
        authenticator.forget()
        var output = CallerOutput(context.caller)
        output.role = staff.role == .organiser ? .organiser : .desk
        (output.csrf, output.operatorName) = (session.csrf, staff.name)
        var response = Response.json(output)
        response.headers.append(context.request.settingCookie(Authenticator.sessionCookie, session.token))
        return response
    }

    /// Who knows the hall's passphrase can read plain HTTP: a PIN is taken on loopback, on the staff's own network
    /// and over TLS.
    private func checkPlace(_ request: Request) throws(Problem) {
        // Who stands before the kiosk must not be able to lock the organiser out.
        guard request.listener != .kiosk else { throw .forbidden }
        let isSafe =
            request.listener == .tls || request.remote.isLoopback
            || environment.staffNetworks.contains { $0.contains(request.remote) }
        guard isSafe else { throw Problem(403, "https_needed", "A PIN is taken over https only from this network.") }
    }

    /// Without a name: the organiser. Names compare folded, as people type them; Hoa and Hòa by their marks.
    private func member(named name: String?) throws -> StaffMember? {
        let staff = try store.staff()
        guard let name, !name.trimmingSpaces.isEmpty else { return staff.first { $0.role == .organiser } }
        let written = VietnameseText.tidied(name)
        let key = VietnameseText.folded(name)
        return staff.first { $0.name == written } ?? staff.first { VietnameseText.folded($0.name) == key }
    }

    @Sendable private func logout(_ context: Context) throws -> Answer {
        if let token = context.request.sessionCookie {
            guard context.request.headers["X-CSRF-Token"] == context.caller.csrf else { throw Problem.badCSRF }
            try store.perform(EndStaffSession(token: token))
            authenticator.forget()
        }
        var response = Response.noContent
        response.headers.append(context.request.settingCookie(Authenticator.sessionCookie, "", maxAgeSeconds: 0))
        return .now(response)
    }

    @Sendable private func operators(_ context: Context) throws -> Answer {
        .now(.json(["items": try store.staff().map(OperatorOutput.init)]))
    }

    @Sendable private func addOperator(_ context: Context) throws -> Answer {
        let input = try context.request.json(OperatorInput.self)
        let name = try text(input.name, "/name")
        guard let role = input.staffRole else { throw Problem.invalid("/role", "must be desk or organiser") }
        guard (6...8).contains(input.pin.utf8.count), input.pin.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw Problem.invalid("/pin", "must have 6 to 8 digits")
        }
        let hash = try PINHash.make(input.pin)
        if let known = try store.staffMember(named: name) {
            try store.perform(SetPIN(staff: known.id, pinHash: hash, actor: context.caller.actor))
            authenticator.forget()
            return .now(.json(OperatorOutput(known)))
        }
        let command = AddOperator(name: name, role: role, pinHash: hash, actor: context.caller.actor)
        return .now(.json(OperatorOutput(try store.perform(command)), status: 201))
    }
}
