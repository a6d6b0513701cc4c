import Testing

@testable import Province

/// What an error means over HTTP.
@Suite struct CallProblemTests {
    @Test func aPairOfNobodyIsTheClientsMistake() {
        let problem = CallProblem(PersonDecision.Failure.unknownPerson)
        #expect(problem.status == 422)
        #expect(problem.code == "unknown_person")
    }
}
