internal import Attendance
internal import FoundationEssentials

extension Redeem {
    /// The first answer again.
    ///
    /// - Throws: `.nonceReused` if the nonce came with anything else.
    func repeated(in transaction: Transaction) throws -> RedeemAnswer {
        let timeline = transaction.state.timeline
        guard let scan = try transaction.connection.scan(nonce: Nonce.bytes(nonce), timeline), isSame(scan) else {
            throw StoreError.nonceReused
        }
        let session = try transaction.session(session)
        let outcome = try Outcome(
            name: scan.outcome, first: scan.first.flatMap { try transaction.connection.passage(seq: $0, timeline) })
        let holder = try scan.enrolment.flatMap { try Holder.of($0, transaction.connection) }
        let enrolled = holder.flatMap { $0.event == session.event ? $0 : nil }
        let record = try enrolled.map {
            try transaction.connection.presence(of: $0.person.enrolment, in: session.id)
                .upTo(scan.seq).record(session.definition)
        }
        return RedeemAnswer(
            isRepeat: true, outcome: outcome, scan: scan.id, seq: scan.seq, session: session.id, event: session.event,
            occurredAt: scan.times.at(timeline), receivedAt: scan.times.receivedAt(timeline),
            isTimeConfirmed: timeline.trueTime(scan.times.received) != nil, person: enrolled?.person, record: record,
            signpost: try scan.door.flatMap(transaction.connection.signpost))
    }

    private func isSame(_ scan: StoredScan) -> Bool {
        scan.session == session && scan.presented == presented.kind && scan.digits == presented.digits
            && scan.length == presented.length && scan.subject == presented.participant?.uuid
            && scan.direction == direction && scan.times.occurredAt == occurredAt && scan.isForced == isForced
    }
}
