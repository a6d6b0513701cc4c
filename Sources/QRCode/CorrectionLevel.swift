internal import CQREncode

/// How much of a QR code may be dirty or torn before it cannot be read any more (ISO/IEC 18004).
package enum CorrectionLevel: Sendable, CaseIterable {
    /// About 7 %.
    case low
    /// About 15 %.
    case medium
    /// About 25 %, the level Q of badges.
    case quartile
    /// About 30 %.
    case high

    var code: QRecLevel {
        switch self {
        case .low: QR_ECLEVEL_L
        case .medium: QR_ECLEVEL_M
        case .quartile: QR_ECLEVEL_Q
        case .high: QR_ECLEVEL_H
        }
    }
}
