extension Migrations {
    /// The province that the organiser has taken in, and to whose key each thing was sealed.
    static let province = """
        CREATE TABLE province (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            url TEXT,
            sign_key TEXT NOT NULL,
            age_key TEXT NOT NULL,
            ca TEXT
        ) STRICT;

        -- The key that the citizen numbers in a bundle's file are sealed to; NULL where none was.
        ALTER TABLE bundle ADD COLUMN sealed_to TEXT;
        -- The key that `province_number` is sealed to; NULL where an earlier version did not write it down.
        ALTER TABLE participant ADD COLUMN province_key TEXT;
        """
}
