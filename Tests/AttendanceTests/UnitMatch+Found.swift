import Attendance

extension UnitMatch {
    /// Whether it is certain: nobody has to confirm it.
    var isFound: Bool {
        if case .found = self { true } else { false }
    }
}
