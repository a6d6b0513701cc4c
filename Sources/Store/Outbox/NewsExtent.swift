/// When an event's new entries are worth sending.
package enum NewsExtent: Sendable {
    /// When a session was sealed, or when scans that went out have another time now.
    case sealed
    /// When there is anything at all.
    case everything
}
