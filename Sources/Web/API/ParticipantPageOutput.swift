/// One page of a list of participants.
struct ParticipantPageOutput: Encodable {
    let items: [ParticipantOutput]
    /// The cursor of the next page, nil on the last.
    @OrNull var next: String?

    init(items: [ParticipantOutput], next: String?) {
        self.items = items
        self.next = next
    }
}
