/// A queue whose ends both cost O(1) on average.
struct FIFO<Element> {
    private var elements: [Element?] = []
    private var head = 0

    var count: Int {
        elements.count - head
    }

    mutating func append(_ element: Element) {
        elements.append(element)
    }

    /// Takes the oldest element out; nil when there is none.
    mutating func popFirst() -> Element? {
        guard head < elements.count else { return nil }
        defer {
            head += 1
            compact()
        }
        return elements[head].take()
    }

    private mutating func compact() {
        guard head == elements.count || (head > 64 && head * 2 > elements.count) else { return }
        elements.removeFirst(head)
        head = 0
    }
}
