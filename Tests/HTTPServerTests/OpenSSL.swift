import Foundation

@testable import HTTPServer

/// The `openssl` tool, for certificates and as a client.
enum OpenSSL {
    private static let path = "/usr/bin/openssl"

    static var isInstalled: Bool {
        FileManager.default.isExecutableFile(atPath: path)
    }

    /// A self-signed certificate for localhost and its key.
    static func makeIdentity() throws -> TLSIdentity {
        let pem = try run([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=localhost", "-keyout", "-", "-out", "-",
        ])
        let parts = pem.components(separatedBy: "-----BEGIN CERTIFICATE-----")
        return TLSIdentity(certificate: "-----BEGIN CERTIFICATE-----" + (parts.last ?? ""), key: parts.first ?? "")
    }

    /// What the server sends for a GET, with the tool's own lines; also when the handshake fails.
    static func get(_ target: String, port: UInt16, options: [String]) throws -> String {
        let request = "GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        return try run(["s_client", "-connect", "127.0.0.1:\(port)", "-ign_eof"] + options, input: request)
    }

    /// A connection that stays open.
    final class Client {
        private let process = Process()
        private let (input, output) = (Pipe(), Pipe())

        init(port: UInt16) throws {
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = ["s_client", "-quiet", "-connect", "127.0.0.1:\(port)"]
            process.standardInput = input
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
        }

        deinit {
            process.terminate()
            process.waitUntilExit()
        }

        func send(_ text: String) throws {
            try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        }

        /// Throws at the end of the connection.
        func read(until text: String) throws {
            var read = Data()
            while read.range(of: Data(text.utf8)) == nil {
                let piece = output.fileHandleForReading.availableData
                if piece.isEmpty { throw ServerError.badPlace("the connection ended before \(text)") }
                read += piece
            }
        }
    }

    private static func run(_ arguments: [String], input: String = "") throws -> String {
        let process = Process()
        let (standardInput, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        standardInput.fileHandleForWriting.write(Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
