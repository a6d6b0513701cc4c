internal import Attendance

/// What is known of true time: the boots of this box and the anchors in them, as the ledger has them.
struct Timeline {
    private var seqs: [String: Int64] = [:]
    private var boots: [Int64: String] = [:]
    private var anchors = ClockAnchors()

    init(_ connection: Connection) throws {
        // `<> 'redeem'` names the index: without it a start reads the whole ledger.
        try connection.forEach(
            "SELECT seq, detail FROM ledger WHERE kind = 'boot' AND kind <> 'redeem' ORDER BY seq"
        ) {
            add(boot: try $0[1], seq: try $0[0])
        }
        try connection.forEach(
            """
            SELECT boot, boot_ms, true_ms, detail, uncertainty_ms, number FROM ledger
            WHERE kind = 'clock_anchor' AND kind <> 'redeem' ORDER BY seq
            """
        ) { row in
            guard let boot = boots[try row[0]] else { return }
            add(
                ClockAnchor(
                    boot: boot, bootMilliseconds: try row[5], time: try row[2], source: try row[3],
                    uncertaintyMilliseconds: try row[4]))
        }
    }

    mutating func add(boot: String, seq: Int64) {
        seqs[boot] = seq
        boots[seq] = boot
    }

    mutating func add(_ anchor: ClockAnchor) {
        anchors.add(anchor)
    }

    /// The seq of the entry that names the boot.
    func seq(ofBoot boot: String) -> Int64? { seqs[boot] }

    /// The kernel's id of the boot that the entry with this seq names.
    func boot(seq: Int64) -> String? { boots[seq] }

    /// The true time of a reading; nil as long as its boot has no anchor.
    func trueTime(_ reading: ClockReading) -> Timestamp? { anchors.trueTime(reading) }

    /// The true time of a reading if it is known, else what the wall clock showed.
    func time(_ reading: ClockReading) -> Timestamp { anchors.time(reading) }

    /// A reading from the ledger's columns.
    func reading(boot: Int64, bootMilliseconds: Int64, wall: Timestamp) -> ClockReading {
        ClockReading(boot: boots[boot] ?? "", bootMilliseconds: bootMilliseconds, wall: wall)
    }
}
