internal import CExpat

/// Reads XML piece by piece through Expat and hands what it finds to a handler.
///
/// A document type ends the reading: with it go all entities, inner and outer. Expat salts its hash tables itself.
final class XMLStream {
    private let parser: XML_Parser
    private let handler: any XMLHandler
    private let limits: FileLimits
    private var fed = 0
    fileprivate var failure: RosterFileError?

    init(_ handler: any XMLHandler, limits: FileLimits) throws(RosterFileError) {
        guard let parser = XML_ParserCreate(nil) else { throw RosterFileError(.malformed) }
        (self.parser, self.handler, self.limits) = (parser, handler, limits)
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(parser, startElement, endElement)
        XML_SetCharacterDataHandler(parser, characterData)
        XML_SetStartDoctypeDeclHandler(parser, startDoctype)
    }

    deinit {
        XML_ParserFree(parser)
    }

    /// Parses the next bytes; rethrows what the handler threw.
    func feed(_ bytes: UnsafeRawBufferPointer) throws(RosterFileError) {
        fed += bytes.count
        try parse(bytes, isLast: false)
        guard fed - Int(XML_GetCurrentByteIndex(parser)) <= limits.openTagBytes else {
            throw RosterFileError(.malformed)
        }
    }

    /// Throws `malformed` if the document is not complete.
    func finish() throws(RosterFileError) {
        try parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    }

    private func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(RosterFileError) {
        let status = XML_Parse(
            parser, bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count), isLast ? 1 : 0)
        if let failure { throw failure }
        guard status == XML_STATUS_OK else { throw RosterFileError(.malformed) }
    }

    /// Runs what the handler does and stops the parser where it throws.
    fileprivate func attempt(_ action: (any XMLHandler) throws(RosterFileError) -> Void) {
        guard failure == nil else { return }
        do {
            try action(handler)
        } catch {
            failure = error
            XML_StopParser(parser, 0)
        }
    }
}

/// The stream that Expat's callback belongs to.
private func stream(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
    data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
    _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
    _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
    guard let name, let pairs else { return }
    stream(data)?.attempt { handler throws(RosterFileError) in
        try handler.start(localName(name), XMLAttributes(pairs))
    }
}

private func endElement(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
    guard let name else { return }
    stream(data)?.attempt { handler throws(RosterFileError) in try handler.end(localName(name)) }
}

private func characterData(_ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
    stream(data)?.attempt { handler throws(RosterFileError) in try handler.text(bytes) }
}

private func startDoctype(
    _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
    _ publicID: UnsafePointer<CChar>?, _ hasInternalSubset: Int32
) {
    stream(data)?.attempt { _ throws(RosterFileError) in throw RosterFileError(.forbiddenDoctype) }
}
