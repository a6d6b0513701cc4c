import Attendance
import Store

/// What a receipt that was handed in says.
struct ReceiptAnswer: Encodable {
    let bundle: String
    let name: String
    let accepted: Int
    let duplicate: Int
    let refused: Int
    /// False if it was here before.
    let isNew: Bool

    init(_ answer: AcceptReceipt.Answer) {
        (bundle, name, isNew) = (answer.bundle.id.description, answer.bundle.name, answer.isNew)
        let receipt = answer.bundle.receipt
        (accepted, duplicate) = (receipt?.accepted ?? 0, receipt?.duplicate ?? 0)
        refused = receipt?.refused ?? 0
    }

    enum CodingKeys: String, CodingKey {
        case bundle, name, accepted, duplicate, refused
        case isNew = "is_new"
    }
}
