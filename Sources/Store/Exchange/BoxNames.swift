internal import Attendance

/// What this ledger's box was called when an entry was written: a restored box begins with the lost one's entries.
struct BoxNames {
    private var names: [(from: Int64, box: String)] = []

    init(_ connection: Connection) throws {
        names = try connection.all(
            "SELECT seq, detail FROM ledger WHERE kind IN ('created', 'restored') AND kind <> 'redeem' ORDER BY seq"
        ) { (from: try $0[0], box: try $0[1]) }
    }

    /// The box's name at this entry; the boot in which the box was made comes before the entry that names it.
    func box(at seq: Int64) -> String { (names.last { $0.from <= seq } ?? names.first)?.box ?? "" }
}
