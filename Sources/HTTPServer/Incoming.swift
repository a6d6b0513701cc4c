/// One request between its first byte and its last; used on the polling thread of its connection only.
final class Incoming {
    /// How far the request has come.
    enum Stage {
        /// The body comes in.
        case receiving(Request, BodyBuffer, Lane, limit: Int)
        /// A body comes in that nobody wants.
        case refusing(Response)
        /// The handler has it.
        case handed(Exchange)
        /// The answer is on its way.
        case answered
    }

    let connection: Connection
    let headers: Headers
    var stage: Stage
    /// Bytes of a refused body that are still read and thrown away.
    private var drainable: Int

    /// `drainable` is ``Limits/drainedBody``.
    init(_ connection: Connection, _ headers: Headers, _ stage: Stage, drainable: Int) {
        self.connection = connection
        self.headers = headers
        self.stage = stage
        self.drainable = drainable
    }

    /// Takes a piece of the body; past the limit, or without room for it, the request becomes a refused one.
    func receive(_ bytes: UnsafeRawBufferPointer) {
        guard case .receiving(_, let buffer, _, let limit) = stage else { return drop(bytes.count) }
        guard bytes.count <= limit - buffer.count else {
            stage = .refusing(.payloadTooLarge(limit: limit))
            return
        }
        do {
            try buffer.append(bytes)
        } catch {
            stage = .refusing(.noRoomForBody())
        }
    }

    /// A chunked body may have no end.
    private func drop(_ count: Int) {
        drainable -= count
        if drainable < 0 { connection.cut() }
    }
}
