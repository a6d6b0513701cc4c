import Attendance

/// The field `direction` of a body, nil where it is not given; 422 for anything but entry and exit.
func direction(_ text: String?) throws(Problem) -> Direction? {
    guard let text else { return nil }
    guard let known = Direction(rawValue: text) else { throw .invalid("/direction", "must be entry or exit") }
    return known
}
