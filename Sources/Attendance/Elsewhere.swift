/// That a person was present in another session of the same day, where the event counts a person once a day.
package struct Elsewhere: Hashable, Sendable {
    /// The first entry there; nil where the staff's mark alone says it.
    package let first: Passage?

    package init(first: Passage?) {
        self.first = first
    }
}
