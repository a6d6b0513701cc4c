import Attendance

/// A point in time, nil where none is given; 422 for what is no RFC 3339 time with offset.
func moment(_ text: String?, _ pointer: String) throws(Problem) -> Timestamp? {
    guard let text else { return nil }
    guard let time = Timestamp(rfc3339: text) else {
        throw .invalid(pointer, "must be a time with offset (RFC 3339)")
    }
    return time
}
