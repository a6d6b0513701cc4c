/// Everything an event's papers and exports show: a value that Documents turns into XLSX, CSV and JSON.
package struct Register: Sendable {
    package var event: Event
    /// In the order of `event.sessions`.
    package var counts: [AttendanceCounts]
    /// Sorted by given name, then family name.
    package var rows: [Row]
    /// Every scan in the order in which the box learnt of it, refused and annulled ones too.
    package var scans: [ScanLine]
    /// The head of the ledger, hexadecimal: what proves that the register is the record.
    package var ledgerHead: String
    /// Sessions that were never opened and in which nobody was let in or marked: nobody is away from them.
    package var notHeld: Set<ID<Session>> = []

    package init(event: Event, counts: [AttendanceCounts], rows: [Row], scans: [ScanLine], ledgerHead: String) {
        (self.event, self.counts, self.rows, self.scans, self.ledgerHead) = (event, counts, rows, scans, ledgerHead)
    }

    /// One person of the event.
    package struct Row: Sendable {
        package var participant: Participant
        package var enrolment: Enrolment
        package var position: String?
        package var organisation: String?
        package var note: String?
        /// The sheet of the roster; nil for a walk-in.
        package var sheet: String?
        /// Twelve digits; only where the organiser's key has opened it.
        package var citizenNumber: String?
        /// In the order of `event.sessions`.
        package var records: [AttendanceRecord]

        package init(participant: Participant, enrolment: Enrolment, records: [AttendanceRecord]) {
            (self.participant, self.enrolment, self.records) = (participant, enrolment, records)
        }
    }

    /// One scan, as exports list it.
    package struct ScanLine: Sendable {
        package var id: ID<Scan>
        package var seq: Int64
        package var session: ID<Session>
        /// Nil for a code that nobody has.
        package var participant: ID<Participant>?
        package var name: String?
        package var code: Code?
        package var direction: Direction
        package var outcome: Outcome
        package var isForced: Bool
        package var isAnnulled: Bool
        package var occurredAt: Timestamp
        package var receivedAt: Timestamp
        /// `badge`, `code`, `name`, `paper`, `import`, …
        package var method: String?
        package var gate: String?
        package var station: String?
        package var operatorName: String?

        package init(
            id: ID<Scan>, seq: Int64, session: ID<Session>, direction: Direction, outcome: Outcome,
            occurredAt: Timestamp, receivedAt: Timestamp
        ) {
            (self.id, self.seq, self.session, self.direction) = (id, seq, session, direction)
            (self.outcome, self.occurredAt, self.receivedAt) = (outcome, occurredAt, receivedAt)
            (isForced, isAnnulled) = (false, false)
        }
    }
}
