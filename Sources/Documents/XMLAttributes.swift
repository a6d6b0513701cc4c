/// The attributes of a start tag; only valid during ``XMLHandler/start(_:_:)``.
struct XMLAttributes {
    /// Expat's array: name, value, name, value, …, nil.
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
        self.pairs = pairs
    }

    /// The value of the attribute whose name, without prefix, is this.
    subscript(_ name: String) -> String? {
        var position = 0
        while let key = pairs[position], let value = pairs[position + 1] {
            if localName(key) == name { return String(cString: value) }
            position += 2
        }
        return nil
    }
}

/// A tag or attribute name without its namespace prefix.
func localName(_ name: UnsafePointer<CChar>) -> String {
    var start = name
    var position = name
    while position.pointee != 0 {
        if position.pointee == CChar(UInt8(ascii: ":")) { start = position + 1 }
        position += 1
    }
    return String(cString: start)
}
