import Attendance
import Crypto
import Exchange
import Foundation

@testable import Store

extension TestBox {
    /// A second box of the event, its sessions open, started by another boot.
    func share(_ event: Event) throws -> TestBox {
        let other = try TestBox(isAnother: true)
        other.clock.restart(boot: "boot-\(UUID().uuidString)", wall: clock.now.wall)
        let key = MinisignPublicKey(other.store.box.verifyingKey)
        let file = try store.share(event.id, with: key, by: .system, software: "test", now: clock.now).file
        let reader = try other.store.opened(file)
        _ = try other.store.perform(
            AdoptEvent(share: try reader.bundle(), keys: try reader.shareKeys(), actor: .system))
        for session in event.sessions { _ = try other.store.perform(OpenSession(session: session.id, actor: .system)) }
        return other
    }

    /// Takes over what another box has recorded.
    @discardableResult
    func merge(_ bundle: EventBundle) throws -> MergeReport {
        try store.perform(MergeBundle(bundle, actor: .system))
    }
}
