internal import Attendance
internal import Exchange

extension EventBundle {
    /// What the bundle says goes before what bundles of lower rank say, compared as text: a box that made the event before
    /// one that was given it, then the later place in the ledger.
    var rank: String {
        let seq = String(manifest.ledger.last)
        let digits = String(repeating: "0", count: max(0, 19 - seq.count)) + seq
        return (event.adopted == true ? "0" : "1") + digits + manifest.box + " " + manifest.id.description
    }
}
