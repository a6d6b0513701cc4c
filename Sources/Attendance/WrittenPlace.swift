/// A commune as written, with what stands beside it about the levels above.
struct WrittenPlace: Equatable {
    var commune: WrittenUnit
    var district: WrittenUnit?
    var province: WrittenUnit?
    var reading = Reading.plain

    /// How sure it is that the commune's name is one.
    enum Reading {
        case plain
        /// A bare name in the middle of an address: it may as well be a hamlet, so the answer needs confirmation.
        case guessed
        /// A bare name with nothing beside it: taken only for a commune of the event.
        case lone
    }
}
