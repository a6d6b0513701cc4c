extension PersonPair {
    /// What the page shows of the pair.
    var context: [String: any Sendable] {
        [
            "first": first.context, "second": second.context, "first_id": String(first.id),
            "second_id": String(second.id),
        ]
    }
}

extension PersonPair.Person {
    fileprivate var context: [String: any Sendable] {
        [
            "name": name, "birth": birth ?? "–", "commune": commune ?? "–", "is_numbered": isNumbered,
            "events": String(events),
        ]
    }
}
