internal import Store

/// A way to a destination over the network.
protocol Road: Sendable {
    var destination: Destination { get }

    /// Sends everything that waits for it; false if nothing did.
    ///
    /// `isCancelled` turns true when the program ends. Throws ``DeliveryProblem`` when something has not arrived, after
    /// trying what does not depend on it, and `StoreError`.
    func deliver(isCancelled: @escaping @Sendable () -> Bool) throws -> Bool
}
