/// What a written commune was resolved to.
package enum UnitMatch: Equatable, Sendable {
    case found(UnitCode)
    /// Probably this one; somebody should confirm it.
    case likely(UnitCode)
    /// Several communes have this name and nothing decides between them.
    case ambiguous([UnitCode])
    case unknown

    /// The unit to store: found or likely.
    package var unit: UnitCode? {
        switch self {
        case .found(let unit), .likely(let unit): unit
        case .ambiguous, .unknown: nil
        }
    }
}
