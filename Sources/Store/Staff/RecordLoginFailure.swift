package import Attendance

/// Counts a wrong PIN and answers how many milliseconds the next try from there must wait; 0 for no wait.
package struct RecordLoginFailure: Command {
    /// Nil where a PIN is typed without a name.
    package let staff: ID<StaffMember>?
    package let origin: LoginOrigin

    package init(staff: ID<StaffMember>?, from origin: LoginOrigin) {
        (self.staff, self.origin) = (staff, origin)
    }

    package func execute(in transaction: Transaction) throws -> Int64 {
        let connection = transaction.connection
        let lockout = try connection.lockout(of: staff, from: origin).afterFailure(transaction.now)
        try connection.setLockout(lockout, of: staff, from: origin)
        return lockout.remaining(transaction.now)
    }
}
