internal import Attendance

extension Redeem {
    /// The try as the rules see it.
    func attempt(_ transaction: Transaction) -> Attempt {
        let times = ScanTimes(received: transaction.now, occurredAt: occurredAt, sentAt: sentAt)
        let timeline = transaction.state.timeline
        return Attempt(
            direction: direction, receivedAt: times.receivedAt(timeline), occurredAt: times.occurredAt(timeline),
            isForced: isForced, isImported: isImported)
    }

    /// The scan as the ledger keeps it.
    func entry(
        _ claimant: Claimant, _ outcome: Outcome, _ signpost: Signpost?, _ transaction: Transaction
    ) -> LedgerEntry {
        var entry = LedgerEntry(.redeem, actor: actor, in: transaction)
        entry.session = session.uuid
        entry.enrolment = claimant.holder?.person.enrolment.uuid
        entry.subject = presented.participant?.uuid
        entry.nonce = Nonce.bytes(nonce)
        (entry.outcome, entry.about) = (outcome.name, outcome.first?.seq ?? about)
        (entry.direction, entry.presented) = (direction, presented)
        if isForced { entry.flags.insert(.forced) }
        if isImported { entry.flags.insert(.imported) }
        (entry.occurredAt, entry.sentAt) = (occurredAt, sentAt)
        (entry.gate, entry.method) = (gate, method)
        entry.detail = ScanDetail(door: signpost?.id, uploader: uploader?.description).text
        entry.note = reason.map { Note($0) }
        return entry
    }
}

extension Outcome {
    /// `accepted` or the refusal, as the ledger keeps it.
    var name: String {
        switch self {
        case .accepted: "accepted"
        case .refused(let refusal, _): refusal.rawValue
        }
    }

    /// The entry that a repeated one repeats.
    var first: Passage? {
        guard case .refused(_, let first) = self else { return nil }
        return first
    }

    /// Reads what ``name`` writes.
    init(name: String, first: Passage?) throws {
        if name == Outcome.accepted.name {
            self = .accepted
        } else if let refusal = Refusal(rawValue: name) {
            self = .refused(refusal, first: first)
        } else {
            throw StoreError.corrupt("ledger.outcome")
        }
    }
}
