import Crypto

/// The key by which boxes know each other, as `diemdanh doctor` shows it: `RWQ…`.
struct BoxKey {
    /// Checks what that box has signed.
    let signing: MinisignPublicKey
    /// To it can be encrypted what only that box may read.
    let agreementKey: AgreementPublicKey

    /// Throws 422 for text that is no box's key.
    init(_ text: String) throws(Problem) {
        guard let signing = try? MinisignPublicKey(text: text),
            let agreementKey = try? AgreementPublicKey(signing.key)
        else {
            throw .invalid("/to", "is no box's key: one line that begins with RW, as doctor shows it on that box")
        }
        (self.signing, self.agreementKey) = (signing, agreementKey)
    }
}
