/// What one field of a row was read as, and what the report says about it.
struct FieldReading<Value> {
    /// Nil where the field is empty or could not be read.
    var value: Value?
    /// What was changed on the way in, step by step.
    var repairs: [Change] = []
    /// A code for the field's warning.
    var warning: String?

    init(_ value: Value? = nil, repairs: [Change] = [], warning: String? = nil) {
        (self.value, self.repairs, self.warning) = (value, repairs, warning)
    }

    /// One step of a repair.
    struct Change: Equatable {
        var from: String
        var to: String
        /// Why, as a code of the import report.
        var why: String
    }
}
