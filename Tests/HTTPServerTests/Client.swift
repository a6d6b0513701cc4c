import Glibc

@testable import HTTPServer

/// A client that says exactly the bytes it is told to, over a blocking socket.
final class Client {
    private let descriptor: Int32
    private var unread: [UInt8] = []
    /// The server lives as long as its client.
    private let site: Site?

    /// Connects to a listener; from another loopback address if one is given.
    init(to address: BoundAddress, from source: String? = nil, of site: Site? = nil) throws {
        self.site = site
        switch address.address {
        case .local: throw SystemError("a Unix socket needs its path")
        case .v4:
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            if let source { try Client.call(bind, descriptor, Client.name(source, port: 0)) }
            try Client.call(connect, descriptor, Client.name("127.0.0.1", port: address.port))
        case .v6:
            descriptor = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
            var name = sockaddr_in6()
            name.sin6_family = sa_family_t(AF_INET6)
            name.sin6_port = address.port.bigEndian
            name.sin6_addr = in6addr_loopback
            try Client.call(connect, descriptor, name)
        }
        setTimeout()
    }

    /// Connects to a Unix socket.
    init(path: String, of site: Site? = nil) throws {
        self.site = site
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        try Client.call(connect, descriptor, name)
        setTimeout()
    }

    deinit {
        close(descriptor)
    }

    private static func name(_ address: String, port: UInt16) -> sockaddr_in {
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = port.bigEndian
        inet_pton(AF_INET, address, &name.sin_addr)
        return name
    }

    private static func call<Name>(
        _ function: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32, _ descriptor: Int32, _ name: Name
    ) throws {
        let result = withUnsafePointer(to: name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                function(descriptor, $0, socklen_t(MemoryLayout<Name>.size))
            }
        }
        guard result == 0 else { throw SystemError("connect or bind") }
    }

    /// No test hangs: what does not come within ten seconds never comes.
    private func setTimeout() {
        var time = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Sends the text; false when the server has closed.
    @discardableResult
    func send(_ text: String) -> Bool {
        send(bytes: Array(text.utf8))
    }

    @discardableResult
    func send(bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    /// Sends a request with `Host: localhost`.
    func request(_ line: String, headers: [String] = [], body: String? = nil) {
        let length = body.map { ["Content-Length: \($0.utf8.count)"] } ?? []
        let head = ["\(line) HTTP/1.1", "Host: localhost"] + headers + length
        send(head.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? ""))
    }

    /// Sends a request and reads its answer.
    func exchange(_ line: String, headers: [String] = [], body: String? = nil) throws -> Answer {
        request(line, headers: headers, body: body)
        return try answer(hasContent: !line.hasPrefix("HEAD"))
    }

    /// Reads one answer.
    func answer(hasContent: Bool = true) throws -> Answer {
        let head = try read(through: "\r\n\r\n")
        var answer = try Answer(head: head)
        if !hasContent || answer.status == 304 { return answer }
        if answer["Transfer-Encoding"] == "chunked" {
            while let chunk = try chunk() { answer.content += chunk }
        } else {
            answer.content = try read(count: Int(answer["Content-Length"] ?? "0") ?? 0)
        }
        return answer
    }

    /// The next chunk of an answer; nil for the last.
    func chunk() throws -> String? {
        let size = Int(try read(through: "\r\n").prefix { $0.isHexDigit }, radix: 16) ?? 0
        let content = try read(count: size)
        _ = try read(through: "\r\n")
        return size == 0 ? nil : content
    }

    /// Reads up to the end of `mark`.
    func read(through mark: String) throws -> String {
        let mark = Array(mark.utf8)
        while true {
            for end in unread.indices.dropLast(mark.count - 1) where unread[end...].starts(with: mark) {
                return take(end + mark.count)
            }
            guard receive() else { throw Closed(rest: String(decoding: unread, as: UTF8.self)) }
        }
    }

    private func read(count: Int) throws -> String {
        while unread.count < count {
            guard receive() else { throw Closed(rest: String(decoding: unread, as: UTF8.self)) }
        }
        return take(count)
    }

    /// Reads all there is until the server closes; how many bytes.
    func drain() -> Int {
        var count = unread.count
        unread = []
        while receive() {
            count += unread.count
            unread = []
        }
        return count
    }

    /// Whether the server closes within the time given, in milliseconds, without another byte.
    func isClosed(within milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, milliseconds) > 0 else { return false }
        return !receive()
    }

    private func take(_ count: Int) -> String {
        defer { unread.removeFirst(count) }
        return String(decoding: unread.prefix(count), as: UTF8.self)
    }

    private func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let got = recv(descriptor, &buffer, buffer.count, 0)
        guard got > 0 else { return false }
        unread += buffer.prefix(got)
        return true
    }
}

/// The server closed, or was silent, where an answer was expected.
struct Closed: Error {
    let rest: String
}
