import Attendance
import HTTPServer
import Store

extension RedeemAnswer {
    /// The answer to a redeem, the same for every repetition of the nonce; masked where others can read the screen.
    ///
    /// `isRepaired` for digits that were read out of a mangled scan: somebody should look at the keyboard.
    func json(to presented: Presented, isMasked: Bool, isRepaired: Bool) -> JSONObject {
        var object = JSONObject()
        object.add("attendance", record?.json)
        object.add("first", outcome.first?.json(in: isElsewhere ? signpost : nil))
        object.add("participant", person?.json(isMasked: isMasked))
        object.add("reason", outcome.refusal?.rawValue)
        object.add("repaired", isRepaired ? true : nil)
        object.add("replaced", isReplaced(presented) ? true : nil)
        object.add("result", outcome.result)
        object.add("right", isElsewhere ? nil : signpost?.json)
        object.add("scan", scanJSON)
        return object
    }

    /// Whether what was shown is refused because the person has a newer card.
    func isReplaced(_ presented: Presented) -> Bool {
        guard outcome.refusal == .revoked, let code = presented.code else { return false }
        return code != person?.code
    }

    /// Whether the person has had this day in another session, which is no wrong door.
    private var isElsewhere: Bool { outcome.refusal == .alreadyRedeemed }

    private var scanJSON: JSONObject {
        var object = JSONObject()
        object.add("id", scan.description)
        object.add("occurred_at", occurredAt.rfc3339())
        object.add("received_at", receivedAt.rfc3339())
        return object
    }
}

extension RedeemAnswer.Person {
    /// The name is masked on the kiosk: enough for the owner, nothing for the queue behind.
    fileprivate func json(isMasked: Bool) -> JSONObject {
        var object = JSONObject()
        object.add("birth_year", isMasked ? nil : birthYear)
        object.add("code", isMasked ? nil : code.digits)
        object.add("commune", isMasked ? nil : commune)
        object.add("id", id.description)
        object.add("name", isMasked ? VietnameseText.masked(name) : name)
        object.add("organisation", isMasked ? nil : organisation)
        object.add("walk_in", isMasked ? nil : isWalkIn)
        return object
    }
}

extension Passage {
    /// `session` is where it was, if not in the session that was asked for.
    fileprivate func json(in session: Signpost?) -> JSONObject {
        var object = JSONObject()
        object.add("gate", orNull: gate)
        object.add("occurred_at", at.rfc3339())
        object.add("scan", scan.description)
        object.add("session", session?.json)
        return object
    }
}

extension Signpost {
    fileprivate var json: JSONObject {
        var object = JSONObject()
        object.add("event", eventJSON)
        object.add("place", orNull: event.definition.venue)
        object.add("session", orNull: session?.id.description)
        object.add(
            "starts_at", orNull: session?.startsAt.rfc3339(offsetMinutes: event.definition.utcOffsetMinutes))
        object.add("title", orNull: session?.definition.title)
        return object
    }

    private var eventJSON: JSONObject {
        var object = JSONObject()
        object.add("id", event.id.description)
        object.add("name", event.definition.name)
        return object
    }
}

extension AttendanceRecord {
    /// The same fields as ``RecordOutput``.
    fileprivate var json: JSONObject {
        var object = JSONObject()
        object.add("first_entry_at", orNull: firstEntryAt?.rfc3339())
        object.add("last_exit_at", orNull: lastExitAt?.rfc3339())
        object.add("status", status.rawValue)
        return object
    }
}
