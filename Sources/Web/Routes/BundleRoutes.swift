import Attendance
import Crypto
import Exchange
import HTTPServer
import Store

/// What boxes of one event give each other: the event itself, and what each of them has recorded.
struct BundleRoutes {
    private let store: Store
    private let environment: Environment

    init(_ environment: Environment) {
        (store, self.environment) = (environment.store, environment)
    }

    var routes: [Route] {
        [
            Route(.post, "/api/v1/events/{id}/share", .organiser, on: .slow, share),
            Route(.post, "/api/v1/bundles", .organiser, on: .slow, bodyLimit: 256 << 20, take),
        ]
    }

    /// The file that makes the box with this key a second box of the event; only that box can open it.
    @Sendable private func share(_ context: Context) throws -> Answer {
        let event: ID<Event> = try context.id()
        guard try store.event(event) != nil else { throw Problem.notFound }
        let key = try BoxKey(try context.request.json(ShareInput.self).to)
        guard key.signing.key != store.box.verifyingKey else {
            throw Problem.invalid("/to", "is this box's own key; show the other box's with doctor")
        }
        let (manifest, file) = try store.share(
            event, with: key.signing, by: context.caller.actor, software: "diemdanh \(environment.version)",
            now: environment.clock())
        return .now(
            .download(file, type: "application/octet-stream", named: manifest.fileName(isEncrypted: true)))
    }

    /// A share makes this box a second box of its event; a bundle brings what another box of an event has recorded.
    @Sendable private func take(_ context: Context) throws -> Answer {
        let reader = try store.opened(try UploadedFile(context.request).bytes)
        let bundle = try reader.bundle()
        let actor = context.caller.actor
        if reader.manifest.format == BundleManifest.shareFormat {
            let people = try store.perform(AdoptEvent(share: bundle, keys: try reader.shareKeys(), actor: actor))
            return .now(.json(TakenBundleOutput(adopted: reader.manifest.event, people: people)))
        }
        guard try store.event(reader.manifest.event) != nil else { throw Problem.foreignEvent }
        return .now(.json(TakenBundleOutput(try store.perform(MergeBundle(bundle, actor: actor)))))
    }
}

extension Problem {
    /// 422: this box is no box of the bundle's event.
    fileprivate static let foreignEvent = Problem(
        422, "foreign_bundle", "The file was not taken; nothing was changed.",
        detail: "It is of an event that this box does not have. Share the event with this box first: event share.")
}
