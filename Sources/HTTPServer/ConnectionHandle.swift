internal import CMicroHTTPD

/// libmicrohttpd's connection, `struct MHD_Connection *`.
///
/// `@unchecked Sendable`: from another thread nothing but ``resume()`` is called, which the library allows at any time.
/// A suspended connection stays valid until it is resumed.
struct ConnectionHandle: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Takes the connection out of its thread's poll; only inside the access handler or a content reader.
    func suspend() {
        MHD_suspend_connection(pointer)
    }

    /// Puts a suspended connection back; exactly once per ``suspend()``.
    func resume() {
        MHD_resume_connection(pointer)
    }
}
