import Store

/// Whose card it is: what it says, and who of the event's people that may be.
struct CardReadingOutput: Encodable {
    let card: CardOutput
    /// The same citizen number: nobody has to be asked.
    @OrNull var known: ParticipantOutput?
    /// The same name and nothing that speaks against it, the likeliest first: the operator asks.
    let candidates: [ParticipantOutput]

    /// As many as a desk sees at once.
    private static let most = 20

    init(_ card: CardOutput, _ recognition: Recognition) {
        self.card = card
        candidates = (recognition.same + recognition.alike).prefix(Self.most).map { ParticipantOutput($0) }
        known = recognition.byNumber.map { ParticipantOutput($0) }
    }
}
