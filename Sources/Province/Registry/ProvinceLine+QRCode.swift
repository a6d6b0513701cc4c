package import Exchange
package import QRCode

extension ProvinceLine {
    /// The line as one QR code; nil for a line that no phone would read off a screen.
    package var qrCode: QRCode? {
        text.count > ProvinceLine.longestInQR ? nil : try? QRCode(text: text, level: text.count > 400 ? .low : .medium)
    }
}
