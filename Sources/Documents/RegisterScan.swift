internal import Attendance

/// One scan as exports show it, accepted or refused; times have their offset.
struct RegisterScan: Encodable {
    let seq: Int64
    let id: String
    let session: String
    let participant: String?
    let name: String?
    let code: String?
    let direction: Direction
    /// `accepted` or `refused`.
    let result: String
    let reason: Refusal?
    let forced: Bool
    let annulled: Bool
    let occurredAt: String
    let receivedAt: String
    let method: String?
    let gate: String?
    let station: String?
    let `operator`: String?

    init(_ line: Register.ScanLine, offset: Int) {
        (seq, id, session) = (line.seq, line.id.description, line.session.description)
        (participant, name, code) = (line.participant?.description, line.name, line.code?.digits)
        direction = line.direction
        switch line.outcome {
        case .accepted: (result, reason) = ("accepted", nil)
        case .refused(let refusal, _): (result, reason) = ("refused", refusal)
        }
        (forced, annulled) = (line.isForced, line.isAnnulled)
        occurredAt = line.occurredAt.rfc3339(offsetMinutes: offset)
        receivedAt = line.receivedAt.rfc3339(offsetMinutes: offset)
        (method, gate, station, `operator`) = (line.method, line.gate, line.station, line.operatorName)
    }
}

extension Register {
    /// Every scan in the order in which the box learnt of it.
    var scanRecords: [RegisterScan] {
        scans.map { RegisterScan($0, offset: event.definition.utcOffsetMinutes) }
    }

    /// The sessions' titles by their ids.
    var sessionTitles: [String: String] {
        Dictionary(event.sessions.map { ($0.id.description, $0.definition.title) }) { first, _ in first }
    }
}
