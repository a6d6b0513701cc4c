import Attendance
import HTTPServer

/// What the plain form of the phone sends.
struct CheckInForm {
    let ticket: String
    let session: ID<Session>?
    /// Whether the person has said: yes, that is me.
    let isConfirmed: Bool
    /// What was typed; nil for an empty form.
    let entry: CheckInEntry?
    /// Something was typed and cannot be used: no eight digits, or only one of phone and name.
    let isIncomplete: Bool

    /// Throws 415 or 400 for what no form of the page sends.
    init(_ request: Request) throws {
        guard request.headers["Content-Type"]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true
        else { throw Problem(415, "unsupported_media_type", "The body must be a form.") }
        guard let fields = Query(form: try request.body.bytes()) else { throw Problem.malformed("The form is broken.") }
        func field(_ name: String) -> String { String((fields[name] ?? "").prefix(200)).trimmingSpaces }
        ticket = field("ticket")
        session = ID(field("session"))
        isConfirmed = fields["confirmed"] != nil
        let typed = ["code", "phone", "name"].map(field)
        entry = CheckInForm.entry(code: typed[0], phone: typed[1], name: typed[2])
        isIncomplete = entry == nil && !typed.allSatisfy(\.isEmpty)
    }

    private static func entry(code: String, phone: String, name: String) -> CheckInEntry? {
        if !code.isEmpty {
            let digits = code.filter { !" .-".contains($0) }
            return digits.count == 8 && digits.allSatisfy(\.isNumber) ? .code(digits) : nil
        }
        guard !phone.isEmpty, !name.isEmpty else { return nil }
        return .phone(PhoneNumber.national(phone) ?? phone, name: name)
    }
}
