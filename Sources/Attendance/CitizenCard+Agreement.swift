extension CitizenCard {
    /// Whether it can be the card of who has its number on a list: the same folded name, and no other year of birth.
    ///
    /// Where a scanner has lost the name, the year of birth must be known and the same. A list may have a number in the wrong row:
    /// then somebody has to ask.
    package func agrees(with person: Participant) -> Bool {
        if let known = person.birth, known.year != birth.year { return false }
        guard let name, !warnings.contains(.lostLetters) else { return person.birth != nil }
        return VietnameseText.folded(name) == VietnameseText.folded(person.name)
    }
}
