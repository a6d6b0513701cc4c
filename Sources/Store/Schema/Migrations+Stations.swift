extension Migrations {
    /// How long a device's link counts, and what devices say of themselves.
    static let stations = """
        ALTER TABLE station ADD COLUMN link_boot TEXT;
        -- Of the boot clock: the wall clock may be wrong by years.
        ALTER TABLE station ADD COLUMN link_until_ms INTEGER;
        ALTER TABLE station ADD COLUMN unsent INTEGER CHECK (unsent >= 0);
        ALTER TABLE station ADD COLUMN battery INTEGER CHECK (battery BETWEEN 0 AND 100);
        """
}
