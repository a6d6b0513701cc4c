internal import CMicroHTTPD
import Glibc
import Logging

// The functions libmicrohttpd calls, on its polling threads. They stand at the top level of a library, where no closure
// is taken for the main actor's, and do nothing but turn pointers into objects.

private func daemon(_ context: UnsafeMutableRawPointer?) -> Daemon? {
    context.map { Unmanaged<Daemon>.fromOpaque($0).takeUnretainedValue() }
}

private func connection(_ pointer: OpaquePointer) -> Connection? {
    cmhd_socket_context(pointer).map { Unmanaged<Connection>.fromOpaque($0).takeUnretainedValue() }
}

/// `MHD_AcceptPolicyCallback`
func acceptConnection(
    _ context: UnsafeMutableRawPointer?, _ address: UnsafePointer<sockaddr>?, _ length: socklen_t
) -> MHD_Result {
    guard let daemon = daemon(context), let address else { return .NO }
    guard let peer = Address(address, length: length) else { return .NO }
    return daemon.shared.table.admits(peer) ? .YES : .NO
}

/// `MHD_NotifyConnectionCallback`
func connectionChanged(
    _ context: UnsafeMutableRawPointer?, _ pointer: OpaquePointer?,
    _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ change: MHD_ConnectionNotificationCode
) {
    guard let daemon = daemon(context), let pointer, let slot else { return }
    if change == .CONNECTION_NOTIFY_STARTED {
        let connection = daemon.opened(cmhd_socket(pointer))
        slot.pointee = Unmanaged.passRetained(connection).toOpaque()
    } else if let known = slot.pointee.take() {
        daemon.shared.table.remove(Unmanaged<Connection>.fromOpaque(known).takeRetainedValue())
    }
}

/// `MHD_AccessHandlerCallback`: once for the head, once for each piece of the body, once for the end, once after resuming.
func handleAccess(
    _ context: UnsafeMutableRawPointer?, _ pointer: OpaquePointer?, _ path: UnsafePointer<CChar>?,
    _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ data: UnsafePointer<CChar>?,
    _ size: UnsafeMutablePointer<Int>?, _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let daemon = daemon(context), let pointer, let size, let slot else { return .NO }
    let handle = ConnectionHandle(pointer: pointer)
    if let known = slot.pointee {
        let incoming = Unmanaged<Incoming>.fromOpaque(known).takeUnretainedValue()
        guard size.pointee > 0 else { return daemon.proceed(incoming, handle) }
        incoming.receive(UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : size.pointee))
        size.pointee = 0
        return .YES
    }
    guard let connection = connection(pointer), let path, let method, let version else { return .NO }
    let head = RequestHead(handle, path: path, method: method, version: version)
    let (incoming, refusal) = daemon.begin(head, on: connection)
    slot.pointee = Unmanaged.passRetained(incoming).toOpaque()
    return refusal.map { daemon.send($0, incoming, handle) } ?? .YES
}

/// `MHD_RequestCompletedCallback`
func requestCompleted(
    _ context: UnsafeMutableRawPointer?, _ pointer: OpaquePointer?,
    _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ reason: MHD_RequestTerminationCode
) {
    guard let daemon = daemon(context), let known = slot?.pointee.take() else { return }
    daemon.finish(Unmanaged<Incoming>.fromOpaque(known).takeRetainedValue())
}

/// A line of the library's own log. Clients cause most of them, so they are for debugging only.
func logLine(_ context: UnsafeMutableRawPointer?, _ line: UnsafePointer<CChar>?) {
    guard let daemon = daemon(context), let line else { return }
    daemon.log.debug("libmicrohttpd", metadata: ["message": "\(String(cString: line))"])
}
