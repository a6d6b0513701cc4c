package import Attendance

/// Forgives the wrong PINs from where the right one was typed.
package struct ForgiveLoginFailures: Command {
    /// Nil where a PIN is typed without a name.
    package let staff: ID<StaffMember>?
    package let origin: LoginOrigin

    package init(staff: ID<StaffMember>?, from origin: LoginOrigin) {
        (self.staff, self.origin) = (staff, origin)
    }

    package func execute(in transaction: Transaction) throws {
        try transaction.connection.liftLockout(of: staff, from: origin)
    }
}
