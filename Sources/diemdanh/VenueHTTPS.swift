import Foundation
import HTTPServer
import Logging
import Program
import Store
import Web

/// The box's own certificate: made for the names and addresses it has, made anew when they change or it grows old.
struct VenueHTTPS: Sendable {
    private let store: Store
    private let names: [String]
    private let log: Logger

    /// `names` in small letters.
    init(_ store: Store, names: [String], log: Logger) {
        (self.store, self.names, self.log) = (store, names, log)
    }

    /// The certificate for this moment; throws ``Failure`` where none can be made or written.
    func certificate() throws -> VenueCertificate {
        do {
            return try store.venueCertificate(for: hosts, now: SystemClock.reading())
        } catch {
            throw Failure.failed("no certificate for https: \(error)")
        }
    }

    /// Looks once a minute whether the server has to show another certificate than this; does not return.
    func follow(_ server: Server, after first: VenueCertificate) {
        var shown = first
        while true {
            Thread.sleep(forTimeInterval: 60)
            do {
                let certificate = try certificate()
                if certificate == shown { continue }
                try server.renew(certificate.identity)
                shown = certificate
                log.info("https shows a new certificate for \(certificate.names)")
            } catch {
                log.error("https cannot renew its certificate: \(error)")
            }
        }
    }

    /// Names first; addresses of this moment in a fixed order. What is not of a venue, the store leaves out.
    private var hosts: [String] {
        names + ["localhost"] + Address.ownAddresses().map(\.text).sorted()
    }
}

extension VenueCertificate {
    /// What the TLS listener shows.
    var identity: TLSIdentity { TLSIdentity(certificate: pem, key: pem) }
}
