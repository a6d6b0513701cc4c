import Synchronization

/// Waits for several answers that come from any thread, and hands them on in the order of the questions.
final class Gathering<Value: Sendable>: Sendable {
    private let values: Mutex<[Value?]>
    private let finish: @Sendable ([Value]) -> Void

    /// `count` is at least 1; `finish` is called once, with the last value.
    init(_ count: Int, finish: @escaping @Sendable ([Value]) -> Void) {
        values = Mutex(Array(repeating: nil, count: count))
        self.finish = finish
    }

    /// Takes the answer to question `index`, each once.
    func take(_ value: Value, at index: Int) {
        let all = values.withLock { values -> [Value]? in
            values[index] = value
            let known = values.compactMap(\.self)
            return known.count == values.count ? known : nil
        }
        if let all { finish(all) }
    }
}
