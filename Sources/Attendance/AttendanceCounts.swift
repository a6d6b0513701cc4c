/// How many of a session's people came.
///
/// `enrolled` is the roster only and equals `present + late + excused + absent`; walk-ins are counted apart.
package struct AttendanceCounts: Codable, Hashable, Sendable {
    package var enrolled = 0
    /// On time.
    package var present = 0
    package var late = 0
    package var excused = 0
    package var absent = 0
    package var walkIn = WalkIns()

    package init() {}

    /// People who were not on the roster.
    package struct WalkIns: Codable, Hashable, Sendable {
        package var present = 0
        package var late = 0

        package init() {}
    }

    enum CodingKeys: String, CodingKey {
        case enrolled, present, late, excused, absent
        case walkIn = "walk_in"
    }

    /// Adds `number` people of one status.
    package mutating func add(_ status: AttendanceRecord.Status, isWalkIn: Bool, number: Int = 1) {
        if isWalkIn {
            if status == .present { walkIn.present += number }
            if status == .late { walkIn.late += number }
            return
        }
        enrolled += number
        switch status {
        case .present: present += number
        case .late: late += number
        case .excused: excused += number
        case .absent: absent += number
        }
    }
}
