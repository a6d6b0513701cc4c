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
