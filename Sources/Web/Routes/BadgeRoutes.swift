import Attendance
import HTTPServer
import Store

/// Cards that are lost, and people who are kept out.
struct BadgeRoutes {
    let store: Store

    var routes: [Route] {
        [
            Route(.post, "/api/v1/events/{id}/participants/{participant}/reissue", .organiser, reissue),
            Route(.put, "/api/v1/events/{id}/participants/{participant}/standing", .organiser, setStanding),
        ]
    }

    @Sendable private func reissue(_ context: Context) throws -> Answer {
        let input = try context.request.json(ReissueInput.self)
        let person = try person(context)
        let command = ReissueCode(
            enrolment: person.enrolment.id, replacing: try input.replaced(),
            reason: try text(input.reason, "/reason"), actor: context.caller.actor)
        return store.answer(command) { .json(ParticipantOutput(person.with($0))) }
    }

    @Sendable private func setStanding(_ context: Context) throws -> Answer {
        let input = try context.request.json(StandingInput.self)
        let person = try person(context)
        let command = SetStanding(
            enrolment: person.enrolment.id, standing: try input.chosen(), reason: try text(input.reason, "/reason"),
            actor: context.caller.actor)
        return store.answer(command) { .json(ParticipantOutput(person.with($0))) }
    }

    private func person(_ context: Context) throws -> EnrolledPerson {
        guard let person = try store.participant(context.id("participant"), in: context.id()) else {
            throw Problem.notFound
        }
        return person
    }
}

extension EnrolledPerson {
    fileprivate func with(_ enrolment: Enrolment) -> EnrolledPerson {
        var person = self
        person.enrolment = enrolment
        return person
    }
}
