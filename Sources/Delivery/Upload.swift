/// One POST over the network.
struct Upload: Sendable {
    let url: WebAddress
    var headers: [(name: String, value: String)]
    let body: Body
    /// By what the other side proves who it is.
    let trust: Trust
    /// The longest answer that is read; a longer one is a failure.
    var answerLimit = 32 << 20

    /// Where the bytes come from.
    enum Body: Sendable {
        case bytes([UInt8])
        /// Read a buffer at a time, however long it is.
        case file(String)
    }

    /// What came back.
    struct Answer: Sendable {
        let status: Int
        let body: [UInt8]
    }
}
