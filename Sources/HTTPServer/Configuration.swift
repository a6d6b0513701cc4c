/// What a server is started with.
package struct Configuration: Sendable {
    package var listeners: [ListenerConfiguration]
    package var limits: Limits
    /// Names the box answers to, in small letters and without port, beside `localhost` and its own addresses;
    /// any other Host is answered 421.
    package var hostNames: Set<String>
    /// Routers that many phones share: exempt from ``Limits/connectionsPerAddress``.
    package var trustedNAT: Set<Address>
    /// Threads of the store lane.
    package var storeThreads: Int
    /// Threads of the slow lane.
    package var slowThreads: Int
    /// An existing folder for large bodies, on a medium with room for them.
    package var temporaryFolder: String

    /// A configuration; everything but the listeners has a default.
    package init(
        listeners: [ListenerConfiguration],
        limits: Limits = Limits(),
        hostNames: Set<String> = [],
        trustedNAT: Set<Address> = [],
        storeThreads: Int = 2,
        slowThreads: Int = 1,
        temporaryFolder: String = "/var/tmp"
    ) {
        self.listeners = listeners
        self.limits = limits
        self.hostNames = hostNames
        self.trustedNAT = trustedNAT
        self.storeThreads = storeThreads
        self.slowThreads = slowThreads
        self.temporaryFolder = temporaryFolder
    }
}
