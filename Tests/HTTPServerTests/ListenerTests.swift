import Foundation
import Testing

@testable import HTTPServer

@Suite struct ListenerTests {
    @Test func unixSocketServesWithoutHostCheckAndIsRemovedAtTheEnd() throws {
        let path = NSTemporaryDirectory() + UUID().uuidString
        let site = try Site(listeners: [ListenerConfiguration(.control, at: .unix(path: path))])
        let client = try Client(path: path, of: site)
        client.send("GET /who HTTP/1.1\r\nHost: anything\r\n\r\n")
        #expect(try client.answer().content == "GET /who [] control")
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        site.server.stop()
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func requestsOfAUnixSocketAreLocal() throws {
        let path = NSTemporaryDirectory() + UUID().uuidString
        let site = try Site(listeners: [ListenerConfiguration(.control, at: .unix(path: path))]) { request, reply in
            reply.send(Response(status: request.remote == .local && request.remote.isLoopback ? 200 : 500))
        }
        #expect(try Client(path: path, of: site).exchange("GET /").status == 200)
    }

    @Test func kioskListenerHasConnectionsOfItsOwn() throws {
        let listeners = [Listener.main, .kiosk].map { ListenerConfiguration($0, at: .address("127.0.0.1", port: 0)) }
        let site = try Site(listeners: listeners, limits: .with { $0.connections = 2 })
        let flood = try (0..<10).map { _ in try site.connect() }
        let kiosk = try Client(to: site.server.addresses[1], of: site)
        #expect(try kiosk.exchange("GET /").content == "GET / [] kiosk")
        #expect(flood.count == 10)
    }

    @Test func inheritedSocketIsServed() throws {
        let made = try ListeningSocket.open(.address("127.0.0.1", port: 0))
        let site = try Site(listeners: [ListenerConfiguration(.main, at: .inherited(descriptor: made.descriptor))])
        #expect(site.server.addresses[0].port == made.bound.port)
        #expect(try site.connect().exchange("GET /").status == 200)
    }

    @Test(
        arguments: [
            (["LISTEN_PID": "7", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "http:https"], [("http", 3), ("https", 4)]),
            (["LISTEN_PID": "7", "LISTEN_FDS": "1"], [("", 3)]),
            (["LISTEN_PID": "8", "LISTEN_FDS": "1"], []),
            (["LISTEN_PID": "7", "LISTEN_FDS": "-1"], []),
            ([:], []),
        ] as [([String: String], [(String, Int32)])])
    func socketsOfSystemdAreReadFromTheEnvironment(environment: [String: String], sockets: [(String, Int32)]) {
        let expected = sockets.map { ActivatedSocket(name: $0.0, descriptor: $0.1) }
        #expect(ActivatedSocket.all(in: environment, process: 7) == expected)
    }

    @Test func anyAddressServesBothFamiliesOrIPv4Alone() throws {
        let site = try Site(listeners: [ListenerConfiguration(.main, at: .address("::", port: 0))]) { request, reply in
            reply.send(Response(status: 200, content: .bytes(Array(request.remote.text.utf8))))
        }
        let port = site.server.addresses[0].port
        let v4 = try Client(to: BoundAddress(listener: .main, address: .v4(0), port: port), of: site)
        #expect(try v4.exchange("GET /").content == "127.0.0.1")
    }

    @Test func takenPortIsAnError() throws {
        let site = try Site()
        let taken = ListenerConfiguration(.main, at: .address("127.0.0.1", port: site.server.addresses[0].port))
        #expect(throws: ServerError.self) { try Site(listeners: [taken]) }
    }

    @Test(arguments: ["localhost", "", "1.2.3", "[::1]"]) func nameIsNoPlace(text: String) {
        let place = ListenerConfiguration(.main, at: .address(text, port: 0))
        #expect(throws: ServerError.self) { try Site(listeners: [place]) }
    }
}
