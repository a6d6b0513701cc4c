package import Attendance

/// One statement of the Experience API, valid in versions 1.0.3 and 2.0 (IEEE 9274.1.1).
///
/// The keys are the specification's own; what is nil is left out, since the specification forbids `null`.
package struct XAPIStatement: Codable, Hashable, Sendable {
    package var id: ID<XAPIStatement>
    package var actor: Agent
    package var verb: Verb
    package var object: Object
    package var result: Result?
    package var context: Context?
    /// RFC 3339: when it happened.
    package var timestamp: String

    /// Who did it: an account without a name.
    package struct Agent: Codable, Hashable, Sendable {
        package var objectType = "Agent"
        package var account: Account

        /// Unique together.
        package struct Account: Codable, Hashable, Sendable {
            package var homePage: String
            package var name: String
        }
    }

    /// What was done.
    package struct Verb: Codable, Hashable, Sendable {
        package var id: String
        package var display: [String: String]
    }

    /// What it was done to: an activity, or a statement that is taken back.
    package struct Object: Codable, Hashable, Sendable {
        package var objectType: String
        package var id: String
        package var definition: Definition?

        /// What an activity is.
        package struct Definition: Codable, Hashable, Sendable {
            package var type: String
            package var name: [String: String]
        }
    }

    /// How it ended.
    package struct Result: Codable, Hashable, Sendable {
        package var completion: Bool?
        /// ISO 8601: `PT3H30M`.
        package var duration: String?
    }

    /// What it was part of.
    package struct Context: Codable, Hashable, Sendable {
        /// One person in one class.
        package var registration: ID<Enrolment>
        package var contextActivities: Activities
        package var platform: String
        package var language: String
        /// Keys are IRIs.
        package var extensions: [String: String]

        /// The class, and the programme that it belongs to.
        package struct Activities: Codable, Hashable, Sendable {
            package var parent: [Object]
            package var grouping: [Object]?
        }
    }
}
