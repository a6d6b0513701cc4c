internal import Attendance
internal import Crypto
internal import FoundationEssentials

extension LedgerLine {
    /// The hash that the entry has behind one with this hash; nil where a column is not what it should be.
    package func hash(after previous: String) -> String? {
        guard let previous = Hex.decode(previous), previous.count == 32, let columns = BinaryColumns(self) else {
            return nil
        }
        var encoder = CanonicalEncoder()
        encoder.start(seq: seq)
        addSubjects(columns, to: &encoder)
        addPresentation(to: &encoder)
        addTimes(to: &encoder)
        encoder.add(number)
        encoder.add(gate)
        encoder.add(method)
        encoder.add(detail)
        encoder.add(actor)
        encoder.add(columns.staff)
        encoder.add(columns.station)
        encoder.add(columns.noteHash)
        return Hex.encode(encoder.hash(after: previous))
    }

    private func addSubjects(_ columns: BinaryColumns, to encoder: inout CanonicalEncoder) {
        encoder.add(id.uuid)
        encoder.add(kind)
        encoder.add(event?.uuid)
        encoder.add(session?.uuid)
        encoder.add(enrolment?.uuid)
        encoder.add(subject?.uuid)
        encoder.add(about)
        encoder.add(columns.nonce)
    }

    private func addPresentation(to encoder: inout CanonicalEncoder) {
        encoder.add(outcome)
        encoder.add(direction)
        encoder.add(flags)
        encoder.add(presented)
        encoder.add(digits)
        encoder.add(length)
        encoder.add(status)
    }

    private func addTimes(to encoder: inout CanonicalEncoder) {
        encoder.add(boot)
        encoder.add(bootMilliseconds)
        encoder.add(wallMilliseconds)
        encoder.add(occurredMilliseconds)
        encoder.add(sentMilliseconds)
        encoder.add(trueMilliseconds)
        encoder.add(uncertaintyMilliseconds)
    }
}

/// The columns that are bytes in the ledger and text on their way.
private struct BinaryColumns {
    var nonce: [UInt8]?
    var noteHash: [UInt8]?
    var staff: UUID?
    var station: UUID?

    /// Nil for text that no bytes are written as.
    init?(_ line: LedgerLine) {
        nonce = line.nonce.flatMap(Hex.decode)
        noteHash = line.noteHash.flatMap(Hex.decode)
        staff = line.staff.flatMap { UUID(text: $0) }
        station = line.station.flatMap { UUID(text: $0) }
        let isWhole =
            (nonce == nil) == (line.nonce == nil) && (noteHash == nil) == (line.noteHash == nil)
            && (staff == nil) == (line.staff == nil) && (station == nil) == (line.station == nil)
        guard isWhole else { return nil }
    }
}
