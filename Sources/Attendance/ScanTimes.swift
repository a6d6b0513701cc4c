/// The raw times of a scan; what they mean depends on what is known of true time.
package struct ScanTimes: Hashable, Sendable {
    package let received: ClockReading
    /// What a device that was offline says, by its own clock.
    package let occurredAt: Timestamp?
    /// The same device's clock when it sent the scan.
    package let sentAt: Timestamp?

    package init(received: ClockReading, occurredAt: Timestamp?, sentAt: Timestamp?) {
        (self.received, self.occurredAt, self.sentAt) = (received, occurredAt, sentAt)
    }

    /// When it happened: as long before the receipt as the device says; without `sentAt` what the device says.
    ///
    /// A device whose clock is wrong is wrong by the same at both of its times.
    package func occurredAt(receivedAt: Timestamp) -> Timestamp? {
        guard let occurredAt else { return nil }
        guard let sentAt else { return occurredAt }
        return receivedAt.adding(milliseconds: -max(0, sentAt.milliseconds - occurredAt.milliseconds))
    }

    /// The time that counts for a scan received at this true time.
    package func at(receivedAt: Timestamp) -> Timestamp { occurredAt(receivedAt: receivedAt) ?? receivedAt }
}
