/// How often a JPEG goes over its picture (ITU-T T.81): once as cameras write it, about ten times in progressive ones,
/// thousands of times in a file made to keep a reader busy.
struct JPEGScans {
    /// No program writes more.
    static let most = 30

    let count: Int

    init(_ file: [UInt8]) {
        let data = JPEGScans.afterHead(file)
        // Inside of the data no FF stands before a byte other than 00 and the marks of restarts.
        count = zip(data, data.dropFirst()).reduce(0) { $0 + ($1 == (0xff, 0xda) ? 1 : 0) }
    }

    /// From the first start of scan: what stands before, such as a small preview picture, has scans of its own.
    private static func afterHead(_ file: [UInt8]) -> ArraySlice<UInt8> {
        var rest = file.dropFirst(2)
        while rest.count >= 4, rest[rest.startIndex] == 0xff, rest[rest.startIndex + 1] != 0xda {
            let length = Int(rest[rest.startIndex + 2]) << 8 | Int(rest[rest.startIndex + 3])
            rest = rest.dropFirst(2 + length)
        }
        return rest
    }
}
