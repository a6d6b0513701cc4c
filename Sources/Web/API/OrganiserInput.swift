package import Attendance

/// The organiser in a body: the name alone, or an object with what the papers carry.
package struct OrganiserInput: Codable, Sendable {
    package var organiser: EventDefinition.Organiser

    package init(_ organiser: EventDefinition.Organiser) {
        self.organiser = organiser
    }

    private enum CodingKeys: String, CodingKey {
        case name
        case headerLeft = "header_left"
        case headerRight = "header_right"
        case signatures
    }

    package init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            organiser = EventDefinition.Organiser(name: name)
            return
        }
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        organiser = EventDefinition.Organiser(
            name: try fields.decode(String.self, forKey: .name),
            headerLeft: try fields.decodeIfPresent([String].self, forKey: .headerLeft) ?? [],
            headerRight: try fields.decodeIfPresent([String].self, forKey: .headerRight) ?? [],
            signatures: try fields.decodeIfPresent([EventDefinition.Signature].self, forKey: .signatures) ?? [])
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(organiser.name, forKey: .name)
        try fields.encode(organiser.headerLeft, forKey: .headerLeft)
        try fields.encode(organiser.headerRight, forKey: .headerRight)
        try fields.encode(organiser.signatures, forKey: .signatures)
    }
}
