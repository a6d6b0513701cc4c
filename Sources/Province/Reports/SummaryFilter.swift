package import Attendance

/// Which sessions are counted; the days are local and both included.
package struct SummaryFilter: Encodable, Sendable, Equatable {
    /// Nil for all programmes.
    package var programme: String?
    package var from: CivilDate?
    package var to: CivilDate?

    package init(programme: String? = nil, from: CivilDate? = nil, to: CivilDate? = nil) {
        (self.programme, self.from, self.to) = (programme, from, to)
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(programme, forKey: .programme)
        try fields.encode(from?.iso, forKey: .from)
        try fields.encode(to?.iso, forKey: .to)
    }

    private enum Key: String, CodingKey {
        case programme, from, to
    }

    /// The condition on `session`'s columns; the values are ``values``, numbered from 1.
    static let condition = """
        ($1::text IS NULL OR programme = $1) AND ($2::date IS NULL OR local_start >= $2::date)
            AND ($3::date IS NULL OR local_start < $3::date + 1)
        """

    /// The condition on attendance's own columns: only the partitions of the years in question are read.
    var attendanceCondition: String {
        "year BETWEEN \(from?.year ?? 0) AND \(to?.year ?? 9_999) AND status IN ('present', 'late')"
    }
}

extension CivilDate {
    /// Reads `2024-06-30`; nil for anything else.
    package init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
