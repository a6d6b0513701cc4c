import Attendance
import HTTPServer
import Store

extension LiveFeed {
    /// Tells the session's pages of a scan that is on the disk; a repeated one was told before.
    func tell(_ answer: RedeemAnswer, to scan: Redeem) {
        guard !answer.isRepeat else { return }
        tell("scan", in: answer.session) { Response.json(ScanEvent(answer, scan)).text }
    }

    /// Tells the session's pages that a scan was taken back.
    func tell(_ annulled: AnnulScan.Answer) {
        tell("annul", in: annulled.session) { Response.json(["scan": annulled.scan.description]).text }
    }
}
