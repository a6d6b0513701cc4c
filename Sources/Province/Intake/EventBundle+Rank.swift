internal import Attendance
internal import Exchange

extension EventBundle {
    /// What the bundle says goes before what bundles of lower rank say, compared as text: a box that made the event before
    /// one that was given it, then the later place in the ledger.
    var rank: String {
        (event.adopted == true ? "0" : "1") + padded(manifest.ledger.last, to: 19) + manifest.box + " "
            + manifest.id.description
    }
}
