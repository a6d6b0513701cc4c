import ArgumentParser
import Exchange
import Foundation
import Program
import Province

/// Where boxes find this province.
struct AddressOptions: ParsableArguments {
    @Option(help: "The address that boxes deliver to, https://…; none for sticks and phones only.")
    var url: String?

    @Option(help: "What proves who the server is: a key's pin (sha256//…), a PEM file, or system.")
    var ca: String?

    /// The address with what the options change; nil where they name nothing and nothing was known. Throws ``Failure`` for
    /// what no box could take in.
    func address(_ known: PublicAddress?) throws -> PublicAddress? {
        guard url != nil || ca != nil else { return known }
        var address = known ?? PublicAddress(url: nil, ca: nil)
        if let url { address.url = url == "none" ? nil : url }
        if let ca { address.ca = try authority(ca) }
        do {
            try ProvinceLine.check(url: address.url, ca: address.ca)
        } catch {
            throw Failure(error)
        }
        return address
    }

    private func authority(_ text: String) throws -> String? {
        if text == "system" { return nil }
        return text.hasPrefix("sha256//") ? text : String(decoding: try readFile(text), as: UTF8.self)
    }
}

extension Failure {
    /// In words.
    fileprivate init(_ error: ProvinceLineError) {
        self = .refused(
            error == .badAuthority
                ? "--ca is neither a key's pin (sha256//…) nor a PEM file with a certificate"
                : "--url must begin with https://")
    }
}
