package import Attendance

extension Store {
    /// What https shows at this moment, made or renewed if need be; `hosts` are the names, in small letters, and the
    /// numeric addresses by which the box is called.
    ///
    /// - Throws: what writing a file throws, and ``CertificateError`` for a host that is not of a venue.
    package func venueCertificate(for hosts: [String], now: ClockReading) throws -> VenueCertificate {
        let lifetime = CertificateLifetime(now: try time(now), isConfirmed: try isTimeConfirmed(now))
        return try certificates.current(for: hosts, lifetime)
    }

    /// The files of the box's authority.
    var certificates: VenueCertificates {
        VenueCertificates(folder: folder, name: "Điểm Danh \(box.id.prefix(8))", log: log)
    }
}
