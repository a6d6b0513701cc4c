import Glibc
import HTTPServer
import Program

/// Speaks to the running server over the Unix socket in the data folder.
struct ControlClient {
    private let path: String

    init(path: String) {
        self.path = path
    }

    /// Sends one call and waits for its answer; nil when no server listens.
    func send(_ call: Call) throws -> Response? {
        guard let socket = connected() else { return nil }
        defer { close(socket) }
        write(call.bytes, to: socket)
        guard let response = Response(raw: readAll(from: socket)) else {
            throw Failure.failed("the running server did not answer")
        }
        return response
    }

    private func connected() -> Int32? {
        guard var address = sockaddr_un(path: Array(path.utf8)) else { return nil }
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { return nil }
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        if status != 0 { close(socket) }
        return status == 0 ? socket : nil
    }

    /// Stops at an error: a server that refuses a body closes early, and its answer is still to be read.
    private func write(_ bytes: [UInt8], to socket: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if written <= 0 { return }
            rest = rest.dropFirst(written)
        }
    }

    private func readAll(from socket: Int32) -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(socket, &buffer, buffer.count)
            if count <= 0 { return all }
            all += buffer[..<count]
        }
    }
}

extension Response {
    /// Reads an answer that ends with its connection.
    fileprivate init?(raw: [UInt8]) {
        let separator = Array("\r\n\r\n".utf8)
        guard let end = raw.indices.first(where: { raw[$0...].starts(with: separator) }) else { return nil }
        let lines = String(decoding: raw[..<end], as: UTF8.self).split(separator: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            let pair = line.split(separator: ":", maxSplits: 1)
            return pair.count == 2 ? (String(pair[0]), String(pair[1].drop { $0 == " " })) : nil
        }
        self.init(status: status, headers: headers, content: .bytes(Array(raw[(end + separator.count)...])))
    }
}
