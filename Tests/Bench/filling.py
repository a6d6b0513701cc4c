"""Years of a province, filled in by SQL: rows shaped like those that bundles leave."""

from collections.abc import Callable

# Scans of one event: as the bundles have it.
PEOPLE, SESSIONS = 150, 4

MADE = """
    CREATE FUNCTION pg_temp.made(kind text, number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
        $$ SELECT (substr(lpad(to_hex(29000000 + number / 600), 8, '0') || md5(kind || number::text), 1, 32))::uuid $$;
"""

# Rows go in quicker where the indexes that nothing depends on are made afterwards.
WITHOUT_INDEXES = """
    CREATE TEMPORARY TABLE dropped AS
        SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
        WHERE indrelid = '{table}'::regclass AND NOT indisunique;
    DO $$ DECLARE index record; BEGIN
        FOR index IN SELECT name::text FROM dropped LOOP EXECUTE 'DROP INDEX ' || index.name; END LOOP;
    END $$;
"""
WITH_INDEXES = """
    DO $$ DECLARE index record; BEGIN
        FOR index IN SELECT definition FROM dropped LOOP EXECUTE index.definition; END LOOP;
    END $$;
"""


def fill(query: Callable[[str], str], scans: int, year: int) -> None:
    """Adds so many scans of events, sessions and people that no bundle has told of."""
    if scans <= 0:
        return
    first = int(query("SELECT count(*) FROM province.event WHERE name LIKE 'Cũ %'"))
    events = -(-scans // (PEOPLE * SESSIONS))
    query(f"""
        {MADE}
        SET synchronous_commit = off; SET work_mem = '256MB';
        -- What is inserted fits together: no foreign key is asked about it.
        SET session_replication_role = replica;
        BEGIN;
        CREATE TEMPORARY TABLE made_event AS
            SELECT number, pg_temp.made('event', number) AS id, pg_temp.made('boot', number) AS boot,
                pg_temp.made('box', number % 500)::text AS box
            FROM generate_series({first}, {first + events - 1}) AS number;
        INSERT INTO province.event (id, number, name, kind, programme)
            SELECT id, number % 1000000, 'Cũ ' || number, 'class', 'Chương trình ' || number % 6 + 1 FROM made_event;
        CREATE TEMPORARY TABLE made_session AS
            SELECT number * {SESSIONS} + part AS number, number AS event, pg_temp.made('session', number * {SESSIONS} + part) AS id,
                make_timestamptz({year}, 1 + (number % 12)::int, 1 + (number % 24)::int, 0, 30, 0, 'UTC')
                    + part * interval '1 day' AS starts_at
            FROM made_event, generate_series(0, {SESSIONS - 1}) AS part;
        INSERT INTO province.session (id, event, year, title, starts_at, ends_at, late_after_minutes, early_leave_minutes)
            SELECT made_session.id, made_event.id, {year}, 'Buổi', starts_at, starts_at + interval '210 minutes', 15, 0
            FROM made_session JOIN made_event ON made_event.number = made_session.event;
        CREATE TEMPORARY TABLE made_person AS
            SELECT event.number * {PEOPLE} + part AS number, event.number AS event, event.id AS event_id,
                pg_temp.made('enrolment', event.number * {PEOPLE} + part) AS id
            FROM made_event AS event, generate_series(0, {PEOPLE - 1}) AS part;
        INSERT INTO province.person (identity)
            SELECT sha256(('person ' || number * 9 / 10)::bytea) FROM made_person ON CONFLICT DO NOTHING;
        {WITHOUT_INDEXES.format(table="province.enrolment")}
        INSERT INTO province.enrolment (id, event, participant, person, name, folded_name, birth, sex, ethnicity, kinh_dtts,
            commune, unit_code, unit_snapshot, unit_now, unit_now_name, position, organisation, is_walk_in, standing,
            number_hash, block)
            SELECT made.id, event_id, pg_temp.made('participant', number), person.id, 'Bàn Thị Ví Dụ ' || number,
                'ban thi vi du ' || number, '1980-03-08', CASE number % 2 WHEN 0 THEN 'female' ELSE 'male' END, 'Dao', 'DTTS',
                'Minh Quang', '09700', '2024', '09700', 'Minh Quang', NULL, NULL, false, 'valid', person.identity,
                sha256(('block ' || number * 9 / 10)::bytea)
            FROM made_person AS made
            JOIN province.person ON person.identity = sha256(('person ' || number * 9 / 10)::bytea);
        {WITH_INDEXES}
        COMMIT;
        {grown(f"entry_{year}", "entry", ENTRIES.format(year=year))}
        {grown(f"attendance_{year}", "attendance", ATTENDANCE.format(year=year))}
        ANALYZE province.entry_{year}, province.attendance_{year}, province.enrolment, province.person, province.session,
            province.event;
        CHECKPOINT;
    """)


def grown(partition: str, table: str, rows: str) -> str:
    """The partition with more rows in it: a new table that is filled first and gets its indexes afterwards is quicker."""
    return f"""
        BEGIN;
        ALTER TABLE province.{table} DETACH PARTITION province.{partition};
        ALTER TABLE province.{partition} RENAME TO old_{partition};
        CREATE TABLE province.{partition} (LIKE province.{table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
        INSERT INTO province.{partition} SELECT * FROM province.old_{partition};
        INSERT INTO province.{partition} {rows};
        DROP TABLE province.old_{partition};
        ALTER TABLE province.{table} ATTACH PARTITION province.{partition} FOR VALUES IN ({partition.rsplit("_", 1)[1]});
        COMMIT;
    """


ENTRIES = """
    (year, id, kind, session, enrolment, nonce, outcome, direction, boot, boot_ms, wall_ms, occurred_ms, gate, method,
        ledger, seq, hash, at, is_copy, bundle)
    SELECT {year}, scan.id, 'redeem', session.id, person.id, uuid_send(pg_temp.made('nonce', scan.number)), 'accepted', 'entry',
        event.boot, 1000000 + scan.part * 2000, 1700000000000 + person.number, 1700000000000 + person.number, 'K1', 'badge',
        event.box, scan.number + 1, uuid_send(scan.id) || uuid_send(person.id),
        session.starts_at + scan.part * interval '2 seconds', false, 1
    FROM made_event AS event JOIN made_session AS session ON session.event = event.number
    JOIN made_person AS person ON person.event = event.number
    CROSS JOIN LATERAL (SELECT person.number * 4 + session.number % 4 AS number, person.number % 150 AS part,
        pg_temp.made('scan', person.number * 4 + session.number % 4) AS id OFFSET 0) AS scan
"""

ATTENDANCE = """
    (year, session, enrolment, status, first_entry_at, minutes_present, left_early)
    SELECT {year}, session.id, person.id, 'present', session.starts_at, 210, false
    FROM made_session AS session JOIN made_person AS person ON person.event = session.event
"""
