import Attendance
import HTTPServer
import Store

extension LiveFeed {
    /// Tells the session's pages of a scan that is on the disk; a repeated one was told before.
    func tell(_ answer: RedeemAnswer, to scan: Redeem) {
        guard !answer.isRepeat else { return }
        tell("scan", in: answer.session) { Response.json(ScanEvent(answer, scan)).text }
    }
}
