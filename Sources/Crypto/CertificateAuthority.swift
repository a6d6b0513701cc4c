internal import COpenSSL

/// The box's own certificate authority: phones that trust it reach the box over https without a warning.
package struct CertificateAuthority: Sendable {
    package let certificate: Certificate
    package let key: CertificateKey

    /// A new authority, limited to ``VenueNames``; `name` is what the phone shows in its list.
    package init(name: String, validity: CertificateValidity) throws(CertificateError) {
        key = try CertificateKey()
        let draft = try CertificateDraft(subject: name, key: key, validity: validity)
        try draft.add(NID_basic_constraints, "critical,CA:TRUE,pathlen:0", issuer: nil)
        try draft.add(NID_key_usage, "critical,keyCertSign,cRLSign", issuer: nil)
        try draft.add(NID_subject_key_identifier, "hash", issuer: nil)
        try draft.add(NID_name_constraints, VenueNames.constraints, issuer: nil)
        certificate = try draft.signed(by: key, issuer: nil)
    }

    /// Reads an authority from the PEM text of its key and certificate.
    package init(pem: String) throws(CertificateError) {
        (key, certificate) = (try CertificateKey(pem: pem), try Certificate(pem: pem))
        guard certificate.belongs(to: key) else { throw .unreadable }
    }

    /// Key and certificate in PEM, to be kept secret.
    package var pem: String { key.pem + certificate.pem }

    /// A server's certificate for these hosts, names in small letters and numeric addresses, about a new key.
    ///
    /// - Throws: `CertificateError.notPermitted` for a host outside ``VenueNames``.
    package func issue(
        for hosts: [String], validity: CertificateValidity
    ) throws(CertificateError) -> (certificate: Certificate, key: CertificateKey) {
        if let foreign = hosts.first(where: { !VenueNames.permits($0) }) { throw .notPermitted(foreign) }
        let key = try CertificateKey()
        let draft = try CertificateDraft(subject: hosts.first ?? "", key: key, validity: validity)
        let names = hosts.map(VenueNames.alternativeName).joined(separator: ",")
        try draft.add(NID_basic_constraints, "critical,CA:FALSE", issuer: certificate)
        try draft.add(NID_key_usage, "critical,digitalSignature", issuer: certificate)
        try draft.add(NID_ext_key_usage, "serverAuth", issuer: certificate)
        try draft.add(NID_subject_key_identifier, "hash", issuer: certificate)
        try draft.add(NID_authority_key_identifier, "keyid:always", issuer: certificate)
        try draft.add(NID_subject_alt_name, names, issuer: certificate)
        return (try draft.signed(by: self.key, issuer: certificate), key)
    }
}
