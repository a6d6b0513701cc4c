import Attendance
import Crypto
import HTTPServer
import Store

/// Who works here: signing in with a PIN, and the operators' names.
struct StaffRoutes {
    private let store: Store
    private let authenticator: Authenticator
    private let pins: PINCheck

    init(store: Store, authenticator: Authenticator, pins: PINCheck) {
        (self.store, self.authenticator, self.pins) = (store, authenticator, pins)
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
        // Nobody is signed in at the kiosk: its cookies would be everybody's.
        guard context.request.listener != .kiosk else { throw Problem.forbidden }
        try pins.checkPlace(context.request)
        let found = try member(named: input.name)
        if try !isKnown(found, context) { try pins.checkGuesser(context) }
        // Before the PIN: from elsewhere an operator can be neither guessed, nor counted, nor locked out.
        guard found?.role == .organiser || context.caller.isAtDesk else {
            throw Problem(403, "station_needed", "An operator needs an enrolled desk.")
        }
        guard let staff = found else {
            pins.countGuess(context)
            throw Problem.wrongPIN
        }
        _ = try pins.holders(of: input.pin, among: [staff], account: staff.id, context)
        return .now(try signIn(staff, context))
    }

    /// Whether the person has signed in from this browser before: then an address shared with others says nothing.
    private func isKnown(_ staff: StaffMember?, _ context: Context) throws -> Bool {
        guard let staff, case .browser = try pins.origin(of: staff.id, context) else { return false }
        return true
    }

    private func signIn(_ staff: StaffMember, _ context: Context) throws -> Response {
        if let old = context.request.sessionCookie {
            try store.perform(EndStaffSession(token: old))
        }
        let origin = try pins.origin(of: staff.id, context)
        try pins.forgive(staff.id, context)
        let session = try store.perform(
            StartStaffSession(
                staff: staff.id, station: context.caller.actor.station, from: origin,
                browser: context.request.browserCookie))
        authenticator.forget()
        var output = CallerOutput(context.caller)
        output.role = staff.role == .organiser ? .organiser : .desk
        (output.csrf, output.operatorName) = (session.csrf, staff.name)
        var response = Response.json(output)
        response.headers.append(context.request.settingCookie(Authenticator.sessionCookie, session.token))
        if let browser = session.browser { response.headers.append(context.request.settingBrowserCookie(browser)) }
        return response
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
        let name = try addressName(input.name, "/name")
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
