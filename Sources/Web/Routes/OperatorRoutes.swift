import HTTPServer
import Store

/// Changing and ending what somebody with a PIN may do.
struct OperatorRoutes {
    let store: Store
    let authenticator: Authenticator

    var routes: [Route] {
        [
            Route(.delete, "/api/v1/operators/{name}", .organiser, remove),
            Route(.put, "/api/v1/operators/{name}/pin", .organiser, on: .slow, bodyLimit: 4 << 10, changePIN),
        ]
    }

    @Sendable private func remove(_ context: Context) throws -> Answer {
        try store.perform(RemoveOperator(name: context.parameter("name"), actor: context.caller.actor))
        authenticator.forget()
        return .now(.noContent)
    }

    @Sendable private func changePIN(_ context: Context) throws -> Answer {
        let hash = try context.request.json(PINInput.self).hash()
        guard let known = try store.staffMember(named: context.parameter("name")) else { throw Problem.notFound }
        try store.perform(SetPIN(staff: known.id, pinHash: hash, actor: context.caller.actor))
        authenticator.forget()
        return .now(.json(OperatorOutput(known)))
    }
}
