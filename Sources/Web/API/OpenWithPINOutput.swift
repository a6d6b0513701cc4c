import Attendance
import Store

/// What became of "Mở điểm danh" at the kiosk: no names.
struct OpenWithPINOutput: Encodable {
    let session: SessionOutput
    /// How many of those who came early are in now.
    let acceptedEarly: Int

    init(_ answer: OpenWithEarly.Answer) {
        (session, acceptedEarly) = (SessionOutput(answer.session), answer.early.count { $0.outcome.isAccepted })
    }

    enum CodingKeys: String, CodingKey {
        case session
        case acceptedEarly = "accepted_early"
    }
}
