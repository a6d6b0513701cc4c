internal import Attendance
internal import Crypto
internal import Foundation
internal import Store

/// Tells a web address of each sealed session: a small JSON document, signed with the shared secret.
///
/// The key of idempotency is the same for the same seal, so that a repeated one can be told from a new one.
struct WebhookRoad: Road {
    let settings: WebhookSettings
    let store: Store
    let destination = Destination.webhook

    func deliver(isCancelled: @escaping @Sendable () -> Bool) throws -> Bool {
        let sealed = try store.sealedSessions(undeliveredTo: destination)
        guard !sealed.isEmpty else { return false }
        let (address, trust) = (try WebAddress(settings.url), try Trust(setting: settings.ca))
        for session in sealed where !isCancelled() {
            let body = try WebhookBody(session, box: store.box.id).bytes()
            let upload = Upload(url: address, headers: headers(body, session.seal), body: .bytes(body), trust: trust)
            let isTaken = try send(upload, isCancelled)
            var delivered = try store.delivered(session.event.id, to: destination)
            delivered.seq = session.seal.seq
            if isTaken { delivered.sent += 1 } else { delivered.refused += 1 }
            try store.perform(RecordDelivered(destination, session.event.id, delivered))
        }
        return true
    }

    /// False if the other side will never take it.
    private func send(_ upload: Upload, _ isCancelled: @escaping @Sendable () -> Bool) throws -> Bool {
        do {
            _ = try upload.send(isCancelled: isCancelled)
            return true
        } catch {
            switch error.status {
            // It is there already.
            case 409: return true
            case 400, 413, 415, 422: return false
            default: throw error
            }
        }
    }

    /// `X-Diemdanh-Signature` is HMAC-SHA-256 of the timestamp, a full stop and the body, under the secret.
    private func headers(_ body: [UInt8], _ seal: Seal) -> [(name: String, value: String)] {
        let timestamp = String(SystemClock.reading().wall.milliseconds / 1_000)
        let signature = HMAC.sha256(Array((timestamp + ".").utf8) + body, key: Array(settings.secret.utf8))
        return [
            ("Content-Type", "application/json"), ("Idempotency-Key", String(seal.hash.prefix(32))),
            ("X-Diemdanh-Timestamp", timestamp), ("X-Diemdanh-Signature", "v1=" + Hex.encode(signature)),
        ]
    }
}
