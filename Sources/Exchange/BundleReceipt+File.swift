package import Crypto

extension BundleReceipt {
    private static let part = "receipt.json"
    /// Bytes of `receipt.json`, which is read before its signature is checked: a line for each of a million scans.
    private static let mostBytes = 128 << 20

    /// The file that goes back to the box, `.ddr`, signed with the province's key.
    ///
    /// - Throws: `ExchangeError.notMade`.
    package func file(key: MinisignKey) throws(ExchangeError) -> [UInt8] {
        try SignedArchive.bytes(
            try JSONText.snakeCase.encode(self), named: Self.part, others: [], key: key,
            comment: "diemdanh-receipt/1 \(bundle)")
    }

    /// Reads a receipt that this province has signed.
    ///
    /// - Throws: `ExchangeError`.
    package init(file: [UInt8], province: MinisignPublicKey) throws(ExchangeError) {
        let archive = try SignedArchive(
            .bytes(file), head: Self.part, mostHeadBytes: Self.mostBytes, mostInflatedBytes: 2 * Self.mostBytes)
        try archive.verify(province)
        self = try JSONText.snakeCase.decode(archive.head, as: Self.part)
        guard self == BundleReceipt(bundle: bundle, box: box, scans: scans, receivedAt: receivedAt) else {
            throw .contradiction("counts")
        }
    }
}
