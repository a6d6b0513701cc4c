internal import Attendance

/// Which enrolments turned out to be another's.
struct SamePeople {
    private var sameAs: [ID<Enrolment>: ID<Enrolment>] = [:]

    init(_ connection: Connection) throws {
        try connection.forEach("SELECT id, same_as FROM enrolment WHERE same_as IS NOT NULL") {
            sameAs[try $0[0]] = try $0[1]
        }
    }

    /// The enrolment that stands for this one.
    func standing(_ enrolment: ID<Enrolment>) -> ID<Enrolment> { sameAs[enrolment] ?? enrolment }

    /// The place of who stands for this one.
    func standing(_ place: Place) -> Place {
        sameAs.isEmpty ? place : Place(session: place.session, enrolment: standing(place.enrolment))
    }
}
