package import Attendance
internal import Crypto

extension Store {
    /// What https shows at this moment, made or renewed if need be; `hosts` are the names, in small letters, and the
    /// numeric addresses by which the box is called. What is not of a venue is left out.
    ///
    /// - Throws: what writing a file throws.
    package func venueCertificate(for hosts: [String], now: ClockReading) throws -> VenueCertificate {
        let lifetime = CertificateLifetime(now: try time(now), isConfirmed: try isTimeConfirmed(now))
        return try certificates.current(for: hosts.filter(VenueNames.permits), lifetime)
    }

    /// The files of the box's authority.
    var certificates: VenueCertificates {
        VenueCertificates(folder: folder, name: "Điểm Danh \(box.id.prefix(8))", log: log)
    }
}
