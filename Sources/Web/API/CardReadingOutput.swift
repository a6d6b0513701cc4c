import Attendance
import Store

/// Whose card it is: what it says, and who of the event's people that may be.
struct CardReadingOutput: Encodable {
    let card: CardOutput
    /// The same citizen number, and the name agrees: nobody has to be asked.
    @OrNull var known: ParticipantOutput?
    /// The same citizen number under another name or year of birth: the operator asks.
    @OrNull var sameNumber: ParticipantOutput?
    /// The same name and nothing that speaks against it, the likeliest first: the operator asks.
    let candidates: [ParticipantOutput]

    /// As many as a desk sees at once.
    private static let most = 20

    init(_ card: CitizenCard, communeNow: String?, on day: CivilDate?, _ recognition: Recognition) {
        var output = CardOutput(card, communeNow: communeNow, on: day)
        if let bearer = recognition.byNumber { output.compare(card, with: bearer.participant) }
        let bearer = recognition.byNumber.map { ParticipantOutput($0) }
        (known, sameNumber) = output.isOther ? (nil, bearer) : (bearer, nil)
        self.card = output
        candidates = (recognition.same + recognition.alike).prefix(Self.most).map { ParticipantOutput($0) }
    }

    enum CodingKeys: String, CodingKey {
        case card, known, candidates
        case sameNumber = "same_number"
    }
}
