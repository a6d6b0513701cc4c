internal import Attendance
internal import Crypto

/// How long certificates of the box count. Times are of the box, which may not know what day it is.
struct CertificateLifetime: Sendable {
    let now: Timestamp
    /// Whether somebody has told the box the time since it was switched on.
    let isConfirmed: Bool

    private static let day: Int64 = 86_400
    private static let usual = 180 * day
    /// Apple's systems refuse a certificate of more than 825 days, also one of a private authority.
    private static let longest = 820 * day

    /// 1 November 2026, before this version was given to anybody: nobody's clock is right and earlier.
    private static let release: Int64 = 1_793_491_200

    /// Long enough for the life of a box: every phone has to install a new one by hand.
    static let authority = CertificateValidity(start: release, end: release + 15 * 365 * day)

    /// Of a server's certificate made now: 180 days ahead, and back to the release as far as phones allow. While the
    /// time is not known it counts as long as they allow, since the phones know better what day it is.
    var server: CertificateValidity {
        let usual = now.wholeSeconds + Self.usual
        let end = isConfirmed ? usual : max(usual, Self.release + Self.longest)
        return CertificateValidity(start: max(Self.release, end - Self.longest), end: end)
    }

    /// Whether a server's certificate has had two thirds of its time, or was made while the time was not known.
    func isDue(_ validity: CertificateValidity) -> Bool {
        let left = validity.end - now.wholeSeconds
        if left < Self.usual / 3 || validity.start > now.wholeSeconds { return !isBehind }
        return isConfirmed && left > Self.usual
    }

    /// Whether the clock shows a day before the release, so that nothing it says about the end of anything counts.
    private var isBehind: Bool { now.wholeSeconds < Self.release }
}
