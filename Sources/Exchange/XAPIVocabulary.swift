internal import Attendance
internal import FoundationEssentials

/// The names that our statements use.
enum XAPIVocabulary {
    /// Where our own names begin. No such host exists, and none is asked: the names only have to differ.
    static let base = "https://diemdanh.invalid"
    static let platform = "Điểm Danh"
    static let language = "vi-VN"

    static let attended = verb("http://adlnet.gov/expapi/verbs/attended", "đã tham dự", "attended")
    static let exited = verb("http://adlnet.gov/expapi/verbs/exited", "đã ra về", "exited")
    static let voided = verb("http://adlnet.gov/expapi/verbs/voided", "đã huỷ", "voided")

    /// The types of activities of ADL's vocabulary.
    static let meeting = "http://adlnet.gov/expapi/activities/meeting"
    static let course = "http://adlnet.gov/expapi/activities/course"

    /// An activity with a name in Vietnamese.
    static func activity(_ path: String, _ name: String, type: String) -> XAPIStatement.Object {
        XAPIStatement.Object(
            objectType: "Activity", id: "\(base)/\(path)",
            definition: XAPIStatement.Object.Definition(type: type, name: [language: name]))
    }

    /// The id of a programme, which has nothing but its name: the same for all its events.
    static func programme(_ name: String) -> String { UUID(name: name, in: nameSpace).text }

    /// The namespace of our base (RFC 9562, section 6.6: names that are URLs).
    private static let nameSpace = UUID(
        name: base,
        in: UUID(uuid: (0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0, 0xC0, 0x4F, 0xD4, 0x30, 0xC8)))

    /// The key of an extension.
    static func extensionKey(_ name: String) -> String { "\(base)/xapi/\(name)" }

    private static func verb(_ id: String, _ vietnamese: String, _ english: String) -> XAPIStatement.Verb {
        XAPIStatement.Verb(id: id, display: [language: vietnamese, "en-US": english])
    }
}
