internal import Crypto
internal import Exchange

extension BundleManifest {
    /// The key that signed it; nil where the manifest names no key.
    var signer: MinisignPublicKey? { try? MinisignPublicKey(text: publicKey) }
}
