/// Counts what the derived records come to.
package struct SummaryReader: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// The figures, all of one moment.
    package func summary(_ filter: SummaryFilter) throws -> Summary {
        try database.transaction { connection in
            try connection.script("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            let group = { (key: String, name: String) in try figures(by: key, name, filter, connection) }
            return Summary(
                filter: filter, total: try total(filter, connection), programme: try group("programme", "programme"),
                month: try group("to_char(local_start, 'YYYY-MM')", "to_char(local_start, 'YYYY-MM')"),
                commune: try group(SummaryReader.commune, SummaryReader.communeName),
                communeListed: try group("unit_snapshot || '/' || unit_code", "commune"),
                sex: try group("sex", "sex"), kinhDTTS: try group("kinh_dtts", "kinh_dtts"),
                rows: try rows(filter, connection))
        }
    }

    /// The programmes that there are, in order.
    package func programmes() throws -> [String] {
        try database.use {
            try $0.all("SELECT DISTINCT programme FROM province.event WHERE programme IS NOT NULL ORDER BY 1") {
                try $0[0] as String
            }
        }
    }

    /// A commune without a known successor stays what the list says.
    private static let commune = "coalesce(unit_now, unit_snapshot || '/' || unit_code, commune)"
    private static let communeName = "coalesce(unit_now_name, commune)"

    private func figures(
        by key: String, _ name: String, _ filter: SummaryFilter, _ connection: DatabaseConnection
    ) throws -> [Summary.Figure] {
        try connection.all(
            """
            SELECT coalesce(\(key), 'unknown'), coalesce(min(\(name)), 'unknown'), count(DISTINCT person), count(*),
                count(DISTINCT person) FILTER (WHERE is_unit_now_approximate)
            FROM report.attendance WHERE \(filter.attendanceCondition) GROUP BY 1 ORDER BY 1
            """, filter.programme, filter.from, filter.to
        ) {
            Summary.Figure(
                key: try $0[0], name: try $0[1], people: try $0[2], attendances: try $0[3], approximate: try $0[4])
        }
    }

    private func total(_ filter: SummaryFilter, _ connection: DatabaseConnection) throws -> Summary.Total {
        var total = Summary.Total()
        _ = try connection.first(
            """
            SELECT count(DISTINCT event), count(*) FROM report.session WHERE \(SummaryFilter.condition)
            """, filter.programme, filter.from, filter.to
        ) { (total.events, total.sessions) = (try $0[0], try $0[1]) }
        _ = try connection.first(
            """
            SELECT count(*), count(DISTINCT person) FROM report.enrolment
            WHERE event IN (SELECT event FROM report.session WHERE \(SummaryFilter.condition))
            """, filter.programme, filter.from, filter.to
        ) { (total.enrolments, total.registered) = (try $0[0], try $0[1]) }
        _ = try connection.first(
            """
            SELECT count(DISTINCT person), count(DISTINCT (person, event)), count(*)
            FROM report.attendance WHERE \(filter.attendanceCondition)
            """, filter.programme, filter.from, filter.to
        ) { (total.people, total.personEvents, total.attendances) = (try $0[0], try $0[1], try $0[2]) }
        return total
    }

    private func rows(_ filter: SummaryFilter, _ connection: DatabaseConnection) throws -> [Summary.Row] {
        try connection.all(
            """
            SELECT coalesce(programme, 'unknown'), to_char(local_start, 'YYYY-MM'),
                coalesce(\(SummaryReader.commune), 'unknown'), coalesce(min(\(SummaryReader.communeName)), 'unknown'),
                count(DISTINCT person), count(*)
            FROM report.attendance WHERE \(filter.attendanceCondition) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """, filter.programme, filter.from, filter.to
        ) {
            Summary.Row(
                programme: try $0[0], month: try $0[1], commune: try $0[2], communeName: try $0[3],
                people: try $0[4], attendances: try $0[5])
        }
    }
}
