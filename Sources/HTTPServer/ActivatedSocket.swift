/// A listening socket that systemd opened for this process (sd_listen_fds(3)).
package struct ActivatedSocket: Sendable, Equatable {
    /// `FileDescriptorName=` of the socket unit; empty if it has none.
    package let name: String
    package let descriptor: Int32

    /// The sockets an environment hands to the process with that id; none for another process's environment.
    package static func all(in environment: [String: String], process: Int32) -> [ActivatedSocket] {
        guard environment["LISTEN_PID"] == String(process) else { return [] }
        guard let count = environment["LISTEN_FDS"].flatMap({ Int32($0) }), (1...64).contains(count) else { return [] }
        let names = environment["LISTEN_FDNAMES", default: ""].split(separator: ":", omittingEmptySubsequences: false)
        return (0..<count).map { index in
            let name = names.dropFirst(Int(index)).first.map { String($0) } ?? ""
            // SD_LISTEN_FDS_START: after standard input, output and error.
            return ActivatedSocket(name: name, descriptor: 3 + index)
        }
    }
}
