/// Counts what the derived records come to.
package struct SummaryReader: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// The figures, all of one moment.
    package func summary(_ filter: SummaryFilter) throws -> Summary {
        try database.transaction { connection in
            try connection.script("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SET LOCAL work_mem = '128MB'")
            try count(filter, connection)
            let group = { (key: String, name: String) in try figures(of: "counted", by: key, name, connection) }
            let dated = { (key: String) in
                try figures(of: "counted JOIN part ON part.id = counted.part", by: key, key, connection)
            }
            return Summary(
                filter: filter, total: try total(filter, connection), programme: try dated("programme"),
                month: try dated("month"), commune: try group("commune", "commune_name"),
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
    /// One without a code is known by its text.
    private static let communeListed = "coalesce(unit_snapshot || '/' || unit_code, commune)"
    private static let communeName = "coalesce(unit_now_name, commune)"

    /// Goes through the attendance once: what all figures need, one row for each enrolment and month.
    ///
    /// Ten million rows are grouped by as little as tells them apart: a number stands for programme and month.
    private func count(_ filter: SummaryFilter, _ connection: DatabaseConnection) throws {
        try connection.script(
            """
            CREATE TEMPORARY TABLE IF NOT EXISTS part (id integer, programme text, month text) ON COMMIT DELETE ROWS;
            CREATE TEMPORARY TABLE IF NOT EXISTS held (session uuid, part integer) ON COMMIT DELETE ROWS;
            CREATE TEMPORARY TABLE IF NOT EXISTS told (enrolment uuid, part integer, attendances integer)
                ON COMMIT DELETE ROWS;
            CREATE TEMPORARY TABLE IF NOT EXISTS counted (person bigint, event uuid, part integer, commune text,
                commune_name text, listed text, listed_name text, sex text, kinh_dtts text, is_approximate boolean,
                attendances integer) ON COMMIT DELETE ROWS
            """)
        try nameParts(filter, connection)
        try connection.run(
            """
            INSERT INTO told SELECT enrolment, part, count(*) FROM province.attendance JOIN held USING (session)
            WHERE \(filter.attendanceCondition) GROUP BY enrolment, part
            """)
        // Without it the planner expects few, and looks for millions of enrolments one by one.
        try connection.script("ANALYZE told")
        try connection.run(
            """
            INSERT INTO counted
            SELECT person, event, part, coalesce(\(SummaryReader.commune), 'unknown'), \(SummaryReader.communeName),
                coalesce(\(SummaryReader.communeListed), 'unknown'), commune, coalesce(sex, 'unknown'), kinh_dtts,
                is_unit_now_approximate, attendances
            FROM told JOIN report.enrolment ON enrolment.id = told.enrolment
            """)
        try connection.script("ANALYZE counted")
    }

    /// Numbers the programmes' months, and says for each session in which of them it is.
    private func nameParts(_ filter: SummaryFilter, _ connection: DatabaseConnection) throws {
        try connection.run(
            """
            WITH chosen AS MATERIALIZED (
                SELECT id AS session, coalesce(programme, 'unknown') AS programme,
                    to_char(local_start, 'YYYY-MM') AS month
                FROM report.session WHERE \(SummaryFilter.condition)
            ), named AS (
                INSERT INTO part SELECT row_number() OVER (), programme, month FROM chosen GROUP BY programme, month
                RETURNING id, programme, month
            )
            INSERT INTO held SELECT session, named.id FROM chosen JOIN named USING (programme, month)
            """, filter.programme, filter.from, filter.to)
        try connection.script("ANALYZE part; ANALYZE held")
    }

    private func figures(
        of rows: String, by key: String, _ name: String, _ connection: DatabaseConnection
    ) throws -> [Summary.Figure] {
        try connection.all(
            """
            SELECT key, coalesce(min(name), 'unknown'), count(*), sum(attendances)::bigint,
                count(*) FILTER (WHERE is_approximate)
            FROM (
                SELECT \(key) AS key, min(\(name)) AS name, sum(attendances) AS attendances,
                    bool_or(is_approximate) AS is_approximate
                FROM \(rows) GROUP BY \(key), person
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
            SELECT coalesce(sum(enrolments), 0)::bigint, count(*)
            FROM (
                SELECT person, count(*) AS enrolments FROM report.enrolment
                WHERE event IN (SELECT event FROM report.session WHERE \(SummaryFilter.condition)) GROUP BY person
            ) AS person
            """, filter.programme, filter.from, filter.to
        ) { (total.enrolments, total.registered) = (try $0[0], try $0[1]) }
        _ = try connection.first(
            """
            SELECT count(*), coalesce(sum(events), 0)::bigint, coalesce(sum(attendances), 0)::bigint
            FROM (
                SELECT person, count(*) AS events, sum(attendances) AS attendances
                FROM (SELECT person, sum(attendances) AS attendances FROM counted GROUP BY person, event) AS came
                GROUP BY person
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
                SELECT part, commune, min(commune_name) AS name, sum(attendances) AS attendances
                FROM counted GROUP BY part, commune, person
            ) AS person JOIN part ON part.id = person.part GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """
        ) {
            Summary.Row(
                programme: try $0[0], month: try $0[1], commune: try $0[2], communeName: try $0[3],
                people: try $0[4], attendances: try $0[5])
        }
    }
}
