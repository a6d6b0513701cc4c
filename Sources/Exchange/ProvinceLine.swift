package import Crypto
internal import Foundation

/// A province's settings as one line of text, fit for one QR code and for a message on a phone.
///
/// `diemdanh-province-1|https://…|RWQ…|age1…|sha256//…|1a2b3c4d`: where it listens, its two public keys, by what its
/// server proves who it is, and a check that tells a line cut short or mistyped from a whole one. Nothing in it is secret.
package struct ProvinceLine: Hashable, Sendable {
    /// Nil where a stick or a phone carries everything.
    package let url: String?
    /// Checks the receipts.
    package let signKey: MinisignPublicKey
    /// What only the province may read is sealed or encrypted to it.
    package let ageKey: AgreementPublicKey
    /// The pin of the server's key (`sha256//…`, RFC 7469) or an authority in PEM; nil for the authorities of the system.
    package let ca: String?

    private static let scheme = "diemdanh-province-"
    private static let version = "1"
    private static let fieldCount = 4
    private static let checkLength = 8
    private static let longestAddress = 300
    /// Characters of the longest line that a phone's camera reads off a screen (QR version 25).
    package static let longestInQR = 1_250

    /// - Throws: ``ProvinceLineError`` for an address or an authority that cannot be one.
    package init(
        url: String?, signKey: MinisignPublicKey, ageKey: AgreementPublicKey, ca: String?
    ) throws(ProvinceLineError) {
        try Self.check(url: url, ca: ca)
        (self.url, self.signKey, self.ageKey, self.ca) = (url, signKey, ageKey, ca)
    }

    /// Makes sure that this can be an address, and this what proves a server.
    ///
    /// - Throws: ``ProvinceLineError/badAddress`` or ``ProvinceLineError/badAuthority``.
    package static func check(url: String?, ca: String?) throws(ProvinceLineError) {
        guard url.map(isAddress) ?? true else { throw .badAddress }
        guard ca.map({ isPin($0) || body(ofPEM: $0) != nil }) ?? true else { throw .badAuthority }
    }

    /// Reads a line as it was scanned or pasted: a messenger may have broken it up.
    ///
    /// - Throws: ``ProvinceLineError``.
    package init(text: String) throws(ProvinceLineError) {
        let line = String(text.unicodeScalars.filter { $0.value > 0x20 && $0.value < 0x7F })
        guard line.lowercased().hasPrefix(Self.scheme) else { throw .foreign }
        let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard fields[0].dropFirst(Self.scheme.count) == Self.version else {
            throw fields.count > 1 ? .unknownVersion : .truncated
        }
        guard fields.count >= Self.fieldCount + 2, let check = fields.last, check.count >= Self.checkLength else {
            throw .truncated
        }
        let body = fields.dropFirst().dropLast().joined(separator: "|")
        guard fields.count == Self.fieldCount + 2, check.lowercased() == Self.check(body) else { throw .changed }
        guard let signKey = try? MinisignPublicKey(text: fields[2]),
            let ageKey = try? AgreementPublicKey(ageText: fields[3])
        else { throw .changed }
        try self.init(
            url: fields[1].isEmpty ? nil : fields[1], signKey: signKey, ageKey: ageKey,
            ca: try Self.authority(fields[4]))
    }

    /// The whole line.
    package var text: String { "\(Self.scheme)\(Self.version)|\(body)|\(Self.check(body))" }

    /// Twenty digits to read out over the phone, the same on both sides: other keys, another address or another authority
    /// have others.
    package var number: String {
        let hash = SHA256.hash(Array("number\n\(body)".utf8))
        return (0..<5).map { group in
            let value = hash[(group * 4)..<(group * 4 + 4)].reduce(0) { $0 << 8 | UInt64($1) } % 10_000
            return String(repeating: "0", count: 4 - String(value).count) + String(value)
        }.joined(separator: " ")
    }

    private var body: String {
        let authority = ca.map { Self.isPin($0) ? $0 : Self.body(ofPEM: $0) ?? "" } ?? ""
        return [url ?? "", signKey.line, ageKey.ageText, authority].joined(separator: "|")
    }

    private static func check(_ body: String) -> String {
        String(Hex.encode(SHA256.hash(Array(body.utf8))).prefix(checkLength))
    }

    /// https, or http on this machine for trying it out; no password, nothing that would break the line.
    private static func isAddress(_ text: String) -> Bool {
        text.count <= longestAddress && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
            && !text.contains("|") && !text.contains("@") && SecureAddress(text) != nil
    }

    private static func isPin(_ text: String) -> Bool {
        text.hasPrefix("sha256//") && Base64.padded.decode(String(text.dropFirst(8)))?.count == 32
    }

    private static func authority(_ field: String) throws(ProvinceLineError) -> String? {
        if field.isEmpty || isPin(field) { return field.isEmpty ? nil : field }
        guard Base64.padded.decode(field) != nil else { throw .badAuthority }
        return pem(field)
    }

    private static let (begin, end) = ("-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----")

    /// The first certificate of a PEM text, its Base64 on one line; nil where there is none.
    private static func body(ofPEM text: String) -> String? {
        guard let first = text.range(of: begin), let last = text.range(of: end), first.upperBound < last.lowerBound
        else { return nil }
        let body = text[first.upperBound..<last.lowerBound].filter { !$0.isWhitespace }
        return Base64.padded.decode(String(body)) == nil ? nil : String(body)
    }

    /// RFC 7468: lines of 64 characters.
    private static func pem(_ body: String) -> String {
        let characters = Array(body)
        let lines = stride(from: 0, to: characters.count, by: 64).map {
            String(characters[$0..<min($0 + 64, characters.count)])
        }
        return ([begin] + lines + [end, ""]).joined(separator: "\n")
    }
}
