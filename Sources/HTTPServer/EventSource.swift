internal import CMicroHTTPD

/// A stream and the connection it goes out on, for the callbacks of a response without a known length.
final class EventSource {
    let stream: EventStream
    let handle: ConnectionHandle

    init(_ stream: EventStream, _ handle: ConnectionHandle) {
        self.stream = stream
        self.handle = handle
    }
}

/// `MHD_ContentReaderCallback`: moves what waits, or suspends the connection and says 0 bytes.
func readEvents(
    _ context: UnsafeMutableRawPointer?, _ position: UInt64, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: Int
) -> Int {
    guard let context, let buffer else { return cmhd_end_of_stream() }
    let source = Unmanaged<EventSource>.fromOpaque(context).takeUnretainedValue()
    let room = UnsafeMutableRawBufferPointer(start: buffer, count: capacity)
    switch source.stream.read(into: room, for: source.handle) {
    case .bytes(let count): return count
    case .end: return cmhd_end_of_stream()
    case .later: return 0
    }
}

/// `MHD_ContentReaderFreeCallback`: the answer is done with, or its connection is gone.
func releaseEvents(_ context: UnsafeMutableRawPointer?) {
    guard let context else { return }
    Unmanaged<EventSource>.fromOpaque(context).takeRetainedValue().stream.close()
}
