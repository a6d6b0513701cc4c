/// The answer to an annulment.
struct AnnulOutput: Encodable {
    let scan: String
    let attendance: RecordOutput?
}
