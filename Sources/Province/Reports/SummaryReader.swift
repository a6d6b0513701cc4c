/// Counts what the derived records come to.
package struct SummaryReader: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// The figures, all of one moment.
    package func summary(_ filter: SummaryFilter) throws -> Summary {
        try database.transaction { connection in
            try connection.script("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SET LOCAL work_mem = '64MB'")
            try count(filter, connection)
            let group = { (key: String, name: String) in try figures(by: key, name, connection) }
            return Summary(
                filter: filter, total: try total(filter, connection), programme: try group("programme", "programme"),
                month: try group("month", "month"), commune: try group("commune", "commune_name"),
                communeListed: try group("listed", "listed_name"), sex: try group("sex", "sex"),
                kinhDTTS: try group("kinh_dtts", "kinh_dtts"), rows: try rows(connection))
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

    /// Goes through the attendance once: what all figures need, one row for each enrolment and month.
    private func count(_ filter: SummaryFilter, _ connection: DatabaseConnection) throws {
        try connection.script(
            """
            CREATE TEMPORARY TABLE IF NOT EXISTS counted (person bigint, event uuid, programme text, month text,
                commune text, commune_name text, listed text, listed_name text, sex text, kinh_dtts text,
                is_approximate boolean, attendances bigint) ON COMMIT DELETE ROWS
            """)
        try connection.run(
            """
            INSERT INTO counted
            WITH held AS MATERIALIZED (
                SELECT id, event, programme, to_char(local_start, 'YYYY-MM') AS month
                FROM report.session WHERE \(SummaryFilter.condition)
            ), told AS (
                SELECT enrolment, held.event, programme, month, count(*) AS attendances
                FROM province.attendance JOIN held ON held.id = attendance.session
                WHERE \(filter.attendanceCondition) GROUP BY 1, 2, 3, 4
            )
            SELECT person, told.event, programme, month, \(SummaryReader.commune), \(SummaryReader.communeName),
                unit_snapshot || '/' || unit_code, commune, sex, kinh_dtts, is_unit_now_approximate, attendances
            FROM told JOIN report.enrolment ON enrolment.id = told.enrolment
            """, filter.programme, filter.from, filter.to)
        try connection.script("ANALYZE counted")
    }

    private func figures(
        by key: String, _ name: String, _ connection: DatabaseConnection
    ) throws -> [Summary.Figure] {
        try connection.all(
            """
            SELECT key, coalesce(min(name), 'unknown'), count(*), sum(attendances)::bigint,
                count(*) FILTER (WHERE is_approximate)
            FROM (
                SELECT coalesce(\(key), 'unknown') AS key, min(\(name)) AS name, sum(attendances) AS attendances,
                    bool_or(is_approximate) AS is_approximate
                FROM counted GROUP BY coalesce(\(key), 'unknown'), person
            ) AS person GROUP BY key ORDER BY key
            """
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
            SELECT count(*), coalesce(sum(events), 0)::bigint, coalesce(sum(attendances), 0)::bigint
            FROM (
                SELECT count(DISTINCT event) AS events, sum(attendances) AS attendances FROM counted GROUP BY person
            ) AS person
            """
        ) { (total.people, total.personEvents, total.attendances) = (try $0[0], try $0[1], try $0[2]) }
        return total
    }

    private func rows(_ connection: DatabaseConnection) throws -> [Summary.Row] {
        try connection.all(
            """
            SELECT programme, month, commune, coalesce(min(name), 'unknown'), count(*), sum(attendances)::bigint
            FROM (
                SELECT coalesce(programme, 'unknown') AS programme, month, coalesce(commune, 'unknown') AS commune,
                    min(commune_name) AS name, sum(attendances) AS attendances
                FROM counted GROUP BY 1, 2, 3, person
            ) AS person GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """
        ) {
            Summary.Row(
                programme: try $0[0], month: try $0[1], commune: try $0[2], communeName: try $0[3],
                people: try $0[4], attendances: try $0[5])
        }
    }
}
