/// Who the presented code, badge or name belongs to, as the store found it.
package enum Claim: Hashable, Sendable {
    /// No enrolment has this code, or its check digits are wrong.
    case unknownCode
    /// A badge whose MAC is not ours, or that cannot be read.
    case badBadge
    /// A genuine badge or a known code of another event.
    case wrongEvent
    /// A known person without an enrolment here.
    case notEnrolled
    case enrolled(Enrolment.Standing)
}
