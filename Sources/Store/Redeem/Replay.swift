internal import Attendance

/// Everybody's presence as the ledger tells it from its first entry to its last.
struct Replay {
    private var found: [Place: PlaceReplay] = [:]
    private let wanted: Set<Place>?
    private let same: SamePeople

    /// Reads the ledger; only what concerns `places`, if they are given.
    init(_ connection: Connection, _ timeline: Timeline, of places: Set<Place>? = nil) throws {
        (wanted, same) = (places, try SamePeople(connection))
        let names = try connection.hasMergedEntries ? BoxNames(connection) : nil
        try connection.forEach(
            """
            SELECT kind, seq, session, enrolment, about, status, id, direction, gate, \(ScanTimes.columnNames),
                box, box_seq
            FROM ledger LEFT JOIN merged_entry USING (seq)
            WHERE kind IN ('annul', 'mark') OR (kind = 'redeem' AND outcome = 'accepted') ORDER BY seq
            """
        ) { try take($0, names, timeline) }
    }

    /// Who has something to tell, in the order of the tables.
    var presences: [Presence] {
        found.values.map(\.ranked).filter { !$0.isEmpty }
            .sorted {
                ($0.session.description, $0.enrolment.description) < ($1.session.description, $1.enrolment.description)
            }
    }

    /// What the ledger tells of one person in one session.
    func presence(_ place: Place) -> Presence {
        found[place]?.ranked ?? Presence(session: place.session, enrolment: place.enrolment)
    }

    private mutating func take(_ row: ResultRow, _ names: BoxNames?, _ timeline: Timeline) throws {
        let place = same.standing(Place(session: try row[2], enrolment: try row[3]))
        if let wanted, !wanted.contains(place) { return }
        let kind: String = try row[0]
        let times = try ScanTimes(row, from: 9, timeline)
        // Written into the dictionary's own place: a copy of each would be felt with a million entries.
        if kind == "annul" {
            let about: Int64 = try row[4]
            found[place]?.presence.passages.removeAll { $0.seq == about }
            return
        }
        let seq: Int64 = try row[1]
        if let names {
            let position = names.position(
                seq: seq, box: try row[14], boxSeq: try row[15], receivedAt: times.receivedAt(timeline))
            found[place, default: PlaceReplay(place)].positions[seq] = position
            if try (row[14] as String?) != nil { found[place]?.isMerged = true }
        }
        if kind == "mark" {
            let mark = AttendanceRecord.Mark(status: try row[5], seq: seq)
            found[place, default: PlaceReplay(place)].marks.append(mark)
        } else {
            let passage = Passage(
                scan: try row[6], direction: try row[7], at: times.at(timeline), gate: try row[8], seq: seq)
            found[place, default: PlaceReplay(place)].presence.passages.append(passage)
        }
    }
}

/// One person in one session while the ledger is read.
private struct PlaceReplay {
    var presence: Presence
    var marks: [AttendanceRecord.Mark] = []
    /// Where each entry stands in the ledger it was first written into; empty where this ledger is the only one.
    var positions: [Int64: LedgerPosition] = [:]
    /// Whether another box has told something.
    var isMerged = false

    init(_ place: Place) {
        presence = Presence(session: place.session, enrolment: place.enrolment)
    }

    /// The presence, its entries in the order of all boxes.
    var ranked: Presence {
        var ranked = presence
        ranked.mark = marks.last
        guard isMerged else { return ranked }
        let seqs = positions.keys.sorted()
        let order = seqs.compactMap { positions[$0] }.inCommonOrder
        let ranks = Dictionary(uniqueKeysWithValues: order.enumerated().map { (seqs[$1], Int64($0)) })
        ranked.passages = presence.passages.map { $0.ordered(ranks[$0.seq]) }
        ranked.mark = marks.map { $0.ordered(ranks[$0.seq]) }.max { $0.order < $1.order }
        return ranked
    }
}
