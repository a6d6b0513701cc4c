package import Attendance

/// Counts a wrong PIN and answers how many milliseconds the next try must wait; 0 for no wait.
package struct RecordLoginFailure: Command {
    package let staff: ID<StaffMember>

    package init(staff: ID<StaffMember>) {
        self.staff = staff
    }

    package func execute(in transaction: Transaction) throws -> Int64 {
        let lockout = try transaction.connection.lockout(of: staff).afterFailure(transaction.now)
        try transaction.connection.setLockout(lockout, of: staff)
        return lockout.remaining(transaction.now)
    }
}
