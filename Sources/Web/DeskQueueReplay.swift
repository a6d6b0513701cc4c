import Attendance
import Crypto
import FoundationEssentials
import HTTPServer
import Store

/// Makes commands of what a desk sealed, and answers of what became of them.
struct DeskQueueReplay: Sendable {
    let store: Store
    let tables: RosterTables
    let feed: LiveFeed
    let caller: Caller

    /// Replays one entry; `finish` is called once, from any thread. An entry of which no scan can be made is kept for
    /// the organiser.
    func replay(_ entry: QueueInput.Entry, _ finish: @escaping @Sendable (QueueItemOutput) -> Void) {
        let sealed = Base64.url.decode(entry.sealed) ?? []
        let giveUp: @Sendable (FlagReason?) -> Void = { reason in
            guard let reason else { return finish(waiting(entry)) }
            flag(entry, sealed, reason, finish)
        }
        do throws(Unusable) {
            let input = try opened(sealed)
            if let takeBack = input.takeBack {
                return submit(try command(takeBack, of: entry, input), giveUp) { answer in
                    if let annulled = answer.annulled { feed.tell(annulled) }
                    finish(QueueItemOutput(entry.id, answer))
                }
            }
            let command = try command(of: entry, input)
            submit(command, giveUp) { answer in
                feed.tell(answer.scan, to: command.redeem)
                if let annulled = answer.annulled { feed.tell(annulled) }
                finish(QueueItemOutput(entry.id, answer))
            }
        } catch {
            giveUp(error.reason)
        }
    }

    private func submit<Submitted: Command>(
        _ command: Submitted, _ giveUp: @escaping @Sendable (FlagReason?) -> Void,
        _ done: @escaping @Sendable (Submitted.Answer) -> Void
    ) {
        store.submit(command) { result in
            switch result {
            case .success(let answer): done(answer)
            case .failure(let error): giveUp(FlagReason(error))
            }
        }
    }

    /// Why an entry cannot become a command; nil where the store cannot be asked now.
    private struct Unusable: Error {
        let reason: FlagReason?
    }

    private func opened(_ sealed: [UInt8]) throws(Unusable) -> QueuedInput {
        guard let bytes = try? store.openedQueueEntry(sealed) else { throw Unusable(reason: .unreadable) }
        guard let input = try? JSONDecoder().decode(QueuedInput.self, from: Data(bytes)) else {
            throw Unusable(reason: .malformed)
        }
        return input
    }

    private func command(of entry: QueueInput.Entry, _ input: QueuedInput) throws(Unusable) -> RecordQueued {
        guard var scan = input.scan, scan.nonce == entry.id, scan.occurredAt != nil,
            let session = ID<Session>(input.session)
        else { throw Unusable(reason: .malformed) }
        do {
            guard let event = try store.event(of: session) else { throw Unusable(reason: .notFound) }
            scan.sentAt = entry.sentAt
            let guest: Presented? = input.walkIn == nil ? nil : .unreadable(.other, length: 0)
            return RecordQueued(
                redeem: try scan.command(session: session, caller: caller, guest: guest),
                walkIn: try walkIn(input, event), recorder: input.recorder.flatMap { ID<StaffMember>($0) },
                told: input.told)
        } catch let error as StoreError {
            throw Unusable(reason: FlagReason(error))
        } catch let error as Unusable {
            throw error
        } catch {
            throw Unusable(reason: .malformed)
        }
    }

    private func command(
        _ takeBack: QueuedInput.TakeBack, of entry: QueueInput.Entry, _ input: QueuedInput
    ) throws(Unusable) -> TakeBackQueued {
        guard takeBack.nonce == entry.id, input.scan == nil, let session = ID<Session>(input.session),
            let scan = QueuedScan(takeBack), let reason = try? text(takeBack.reason, "/reason")
        else { throw Unusable(reason: .malformed) }
        return TakeBackQueued(
            nonce: entry.id, session: session, scan: scan, reason: reason,
            recorder: input.recorder.flatMap { ID<StaffMember>($0) }, actor: caller.actor)
    }

    private func walkIn(_ input: QueuedInput, _ event: Event) throws -> EnrolWalkIn? {
        guard let walkIn = input.walkIn else { return nil }
        guard let key = input.walkInKey, (1...64).contains(key.utf8.count) else { throw Unusable(reason: .malformed) }
        return try WalkIn(walkIn, in: event, key: key, actor: caller.actor, store, tables).command
    }

    private func flag(
        _ entry: QueueInput.Entry, _ sealed: [UInt8], _ reason: FlagReason,
        _ finish: @escaping @Sendable (QueueItemOutput) -> Void
    ) {
        let command = FlagQueued(nonce: entry.id, reason: reason, sealed: sealed, actor: caller.actor)
        store.submit(command) { result in
            switch result {
            case .success: finish(QueueItemOutput(entry.id, .flagged, reason: reason.name))
            case .failure: finish(waiting(entry))
            }
        }
    }

    private func waiting(_ entry: QueueInput.Entry) -> QueueItemOutput {
        QueueItemOutput(entry.id, .waiting, reason: nil)
    }
}

extension QueuedScan {
    /// Nil where neither or both are named, or the id is none.
    fileprivate init?(_ input: QueuedInput.TakeBack) {
        switch (input.scanNonce, input.scan.map { ID<Scan>($0) }) {
        case (let nonce?, nil) where (1...64).contains(nonce.utf8.count): self = .nonce(nonce)
        case (nil, let id??): self = .id(id)
        default: return nil
        }
    }
}
