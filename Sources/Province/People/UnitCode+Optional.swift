internal import Attendance

extension UnitCode {
    /// A code without its snapshot names nothing.
    init?(code: String?, snapshot: String?) {
        guard let code, let snapshot else { return nil }
        self.init(code: code, snapshot: snapshot)
    }
}
