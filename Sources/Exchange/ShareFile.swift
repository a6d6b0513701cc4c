package import Crypto

/// The file that makes another box a second box of an event: the event, its keys and its roster, for that box alone.
package enum ShareFile {
    /// Signed by the sharing box and encrypted to the other one.
    ///
    /// - Throws: `ExchangeError.notMade`.
    package static func bytes(
        _ share: EventBundle, _ keys: ShareKeys, key: MinisignKey, to box: AgreementPublicKey
    ) throws(ExchangeError) -> [UInt8] {
        let part = (name: BundlePart.keys, content: try JSONText.snakeCase.encode(keys))
        return try BundleWriter.encrypted(try BundleWriter.bytes(share, others: [part], key: key), to: [box])
    }
}

extension BundleReader {
    /// The keys in a share.
    ///
    /// - Throws: `ExchangeError.missingPart` for a bundle, which has none.
    package func shareKeys() throws(ExchangeError) -> ShareKeys {
        try JSONText.snakeCase.decode(try part(BundlePart.keys), as: BundlePart.keys)
    }
}
