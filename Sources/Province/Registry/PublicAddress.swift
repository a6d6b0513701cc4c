/// Where boxes find this province, and by what its server proves who it is.
package struct PublicAddress: Codable, Sendable, Equatable {
    /// `https://…`; nil where sticks and phones carry everything.
    package var url: String?
    /// The pin of the server's key or an authority in PEM; nil for the authorities of the system.
    package var ca: String?

    package init(url: String?, ca: String?) {
        (self.url, self.ca) = (url, ca)
    }
}
