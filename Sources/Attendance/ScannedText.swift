/// The text of a scan without what scanners put around it.
enum ScannedText {
    /// The scalars without control characters, a byte order mark and an AIM symbology identifier (`]Q1`, ISO/IEC 15424).
    ///
    /// White space stays: a tab may stand inside an address. Nothing is normalised, and the control codes of 0x80…0x9F
    /// stay, because they are letters of text whose encoding is still to be repaired.
    static func cleaned(_ raw: String) -> String {
        var scalars = raw.unicodeScalars[...].drop { isNoise($0) || $0.properties.isWhitespace }
        if let identifier = aimIdentifier(scalars) { scalars = scalars.dropFirst(identifier) }
        return String(String.UnicodeScalarView(scalars.filter { !isNoise($0) }))
    }

    private static func isNoise(_ scalar: Unicode.Scalar) -> Bool {
        let isControl = scalar.value < 0x20 || scalar.value == 0x7F
        return (isControl && !scalar.properties.isWhitespace) || scalar.value == 0xFEFF
    }

    /// How many scalars the identifier takes: a bracket, a letter, a digit or letter; nil where there is none.
    private static func aimIdentifier(_ scalars: Substring.UnicodeScalarView) -> Int? {
        let start = Array(scalars.prefix(3))
        guard start.count == 3, start[0] == "]", start[1].properties.isAlphabetic, start[2].isASCII else { return nil }
        return 3
    }
}
