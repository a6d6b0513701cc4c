/// The texts that cells refer to by number.
final class XLSXSharedStrings: XMLHandler {
    private(set) var texts: [XLSXText] = []
    private var collector: TextCollector

    init(limits: FileLimits) {
        collector = TextCollector(limits: limits)
    }

    /// Nil for a number that no text has.
    subscript(_ number: Int) -> XLSXText? {
        texts.indices.contains(number) ? texts[number] : nil
    }

    func start(_ name: String, _ attributes: XMLAttributes) throws(RosterFileError) {
        collector.start(name, attributes)
    }

    func text(_ bytes: UnsafeRawBufferPointer) throws(RosterFileError) {
        try collector.text(bytes)
    }

    func end(_ name: String) throws(RosterFileError) {
        if name == "si" {
            texts.append(collector.take())
            guard texts.count <= collector.limits.cells else {
                throw RosterFileError(.tooManyCells, limit: collector.limits.cells)
            }
        } else {
            collector.end(name)
        }
    }
}
