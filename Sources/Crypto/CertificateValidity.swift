/// When a certificate counts, in seconds since 1970, UTC; both ends belong to it.
package struct CertificateValidity: Hashable, Sendable {
    package let start: Int64
    package let end: Int64

    package init(start: Int64, end: Int64) {
        (self.start, self.end) = (start, end)
    }
}
