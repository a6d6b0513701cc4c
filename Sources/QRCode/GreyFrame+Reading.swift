internal import CZXing

extension GreyFrame {
    private static let mostCodes: CInt = 8

    /// What the QR codes in the frame say, each text once.
    ///
    /// With `isPatient` it is a photo: also turned and shrunk, at several times the cost. Without it, a camera's frame: read
    /// at half of its size first, and sharpened when nothing else reads it.
    package func texts(isPatient: Bool) -> [String] {
        var texts: [String] = []
        withUnsafeMutablePointer(to: &texts) { texts in
            _ = czxing_read(pixels, CInt(width), CInt(height), Self.mostCodes, isPatient, texts) { context, code in
                guard let texts = context?.assumingMemoryBound(to: [String].self) else { return }
                let text = code.string
                if !text.isEmpty, !texts.pointee.contains(text) { texts.pointee.append(text) }
            }
        }
        return texts
    }
}

extension czxing_code {
    /// Bytes that are UTF-8 are UTF-8, as on citizen cards; all else is what the reader makes of them.
    fileprivate var string: String {
        let raw = UnsafeBufferPointer(start: bytes, count: byte_count)
        if !raw.isEmpty, let string = String(validating: raw, as: UTF8.self) { return string }
        let utf8 = UnsafeBufferPointer(start: text, count: text_count)
        return String(decoding: utf8.lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
