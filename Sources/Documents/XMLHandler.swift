/// What reads one kind of part of a workbook. Names come without their namespace prefix.
protocol XMLHandler: AnyObject {
    func start(_ name: String, _ attributes: XMLAttributes) throws(RosterFileError)
    func text(_ bytes: UnsafeRawBufferPointer) throws(RosterFileError)
    func end(_ name: String) throws(RosterFileError)
}

extension XMLHandler {
    func text(_ bytes: UnsafeRawBufferPointer) throws(RosterFileError) {}
    func end(_ name: String) throws(RosterFileError) {}
}
