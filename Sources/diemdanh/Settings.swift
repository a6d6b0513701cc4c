import FoundationEssentials
import Glibc
import Program
import Yams

/// What `diemdanh.yaml` says; every line may be left out.
struct Settings: Decodable {
    var data: String?
    /// The folder of pages, words and pictures.
    var www: String?
    /// `ADDR:PORT`.
    var listen: String?
    var tlsListen: String?
    var kioskListen: String?
    var tls: Certificate?
    /// Names by which the box may be called, beside its addresses and localhost.
    var hosts: [String]?
    /// Addresses behind which many phones stand.
    var trustedNAT: [String]?
    /// Networks (`10.43.0.0/22`) from which a PIN may be typed over plain HTTP, beside loopback.
    var staffNetworks: [String]?
    var backup: Backup?
    var province: Province?
    var lrs: LRS?
    var webhook: Webhook?
    var log: Log?

    enum CodingKeys: String, CodingKey {
        case data, www, listen, tls, hosts, backup, province, lrs, webhook, log
        case tlsListen = "tls_listen"
        case kioskListen = "kiosk_listen"
        case trustedNAT = "trusted_nat"
        case staffNetworks = "staff_networks"
    }

    /// Files in PEM.
    struct Certificate: Decodable {
        var certificate: String
        var key: String
    }

    /// Where copies go.
    struct Backup: Decodable {
        /// A second medium, used whenever it is mounted.
        var second: String?
    }

    /// What is logged.
    struct Log: Decodable {
        var level: String?
    }

    /// Settings with nothing said.
    init() {}

    /// Reads a settings file; throws ``Failure`` with what is wrong with it.
    init(path: String) throws {
        let text = String(decoding: try readFile(path), as: UTF8.self)
        for name in Settings.unknownNames(text) {
            writeLine("diemdanh: \(path): a setting that is not known: \(name)", to: STDERR_FILENO)
        }
        do {
            self = try YAMLDecoder().decode(Settings.self, from: text)
        } catch {
            throw Failure.refused("\(path) cannot be used as settings: \(YAMLProblem(error))")
        }
    }
}
