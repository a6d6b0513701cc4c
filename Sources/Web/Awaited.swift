import Foundation
import Synchronization

/// One value that another thread will bring.
final class Awaited<Value: Sendable>: Sendable {
    private let box = Mutex<Value?>(nil)
    private let arrived = DispatchSemaphore(value: 0)

    /// Brings the value; to be called once.
    @Sendable func fulfil(_ value: Value) {
        box.withLock { $0 = value }
        arrived.signal()
    }

    /// Waits for the value.
    var value: Value {
        while true {
            arrived.wait()
            if let value = box.withLock({ $0 }) { return value }
        }
    }
}
