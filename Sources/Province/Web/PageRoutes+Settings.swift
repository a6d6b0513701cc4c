internal import Exchange
internal import HTTPServer
internal import QRCode

extension PageRoutes {
    /// What boxes take in to deliver here: one QR code, the same as a line of text, and the number to compare.
    func settings(_ request: Request, _ caller: Caller) throws -> Response {
        let line = try bundles.intake.keys.line(try bundles.intake.registry.current().address)
        return try page(
            "province-settings", request, caller,
            [
                "line": line.text, "number": line.number, "url": line.url, "has_url": line.url != nil,
                "qr": line.qrCode?.svg() ?? "", "has_qr": line.qrCode != nil,
            ])
    }
}
