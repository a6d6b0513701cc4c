"""The rules of the Experience API (1.0.3, Data chapter; 2.0 = IEEE 9274.1.1) that a statement of ours can break."""

import re
from datetime import datetime
from urllib.parse import urlparse

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
# RFC 3339, with an offset that is not the forbidden -00:00.
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
# ISO 8601:2004, 4.4.3.2, with hours, minutes and seconds.
DURATION = re.compile(r"P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
VOIDED = "http://adlnet.gov/expapi/verbs/voided"

STATEMENT = {"id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version", "attachments"}
CONTEXT = {"registration", "instructor", "team", "contextActivities", "revision", "platform", "language", "statement",
           "extensions", "contextAgents", "contextGroups"}
RESULT = {"score", "success", "completion", "response", "duration", "extensions"}


def faults(statement: dict) -> list[str]:
    """What is wrong with a statement; nothing for a valid one."""
    found = list(nulls(statement, "statement"))
    found += [f"no {name}" for name in ("actor", "verb", "object") if name not in statement]
    if found:
        return found
    found += unknown(statement, STATEMENT, "statement")
    if not UUID.fullmatch(statement.get("id", "")):
        found.append("id is no UUID")
    if "timestamp" in statement:
        found += time_faults(statement["timestamp"], "timestamp")
    found += agent_faults(statement["actor"])
    found += verb_faults(statement["verb"])
    found += object_faults(statement["object"], "object")
    found += result_faults(statement.get("result", {}))
    found += context_faults(statement.get("context", {}), statement["object"])
    if statement["verb"].get("id") == VOIDED and statement["object"].get("objectType") != "StatementRef":
        found.append("voided without a StatementRef")
    return found


def nulls(value, path: str):
    """2.2: no property may be null, except inside extensions."""
    if value is None:
        yield f"{path} is null"
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from nulls(item, f"{path}.{name}")
    elif isinstance(value, list):
        for item in value:
            yield from nulls(item, f"{path}[]")


def unknown(value: dict, known: set, path: str) -> list[str]:
    return [f"{path} has {name}" for name in set(value) - known]


def time_faults(text, path: str) -> list[str]:
    """4.5: ISO 8601 as RFC 3339 has it."""
    if not isinstance(text, str) or not TIME.fullmatch(text) or text.endswith("-00:00"):
        return [f"{path} is no time"]
    try:
        datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return [f"{path} is no time"]
    return []


def is_iri(text) -> bool:
    """An absolute IRI: a scheme, something behind it, and no spaces."""
    parts = urlparse(text) if isinstance(text, str) else None
    return bool(parts and parts.scheme and (parts.netloc or parts.path) and not re.search(r"[\s<>\"{}|\\^`]", text))


def language_faults(value, path: str) -> list[str]:
    """4.2: a map from RFC 5646 tags to text."""
    if not isinstance(value, dict) or not value:
        return [f"{path} is no language map"]
    return [f"{path}.{tag} is no language" for tag, text in value.items()
            if not LANGUAGE.fullmatch(tag) or not isinstance(text, str)]


def agent_faults(actor: dict) -> list[str]:
    """2.4.2: exactly one identifier."""
    found = unknown(actor, {"objectType", "name", "mbox", "mbox_sha1sum", "openid", "account"}, "actor")
    if actor.get("objectType", "Agent") != "Agent":
        found.append("actor is no agent")
    if len({"mbox", "mbox_sha1sum", "openid", "account"} & set(actor)) != 1:
        found.append("actor has not one identifier")
    account = actor.get("account", {"homePage": "http://a", "name": "a"})
    if set(account) != {"homePage", "name"} or not isinstance(account["name"], str) or not account["name"]:
        found.append("account is not a home page and a name")
    elif not is_iri(account["homePage"]) or urlparse(account["homePage"]).scheme not in ("http", "https"):
        found.append("homePage is no address")
    return found


def verb_faults(verb: dict) -> list[str]:
    found = unknown(verb, {"id", "display"}, "verb")
    if not is_iri(verb.get("id")):
        found.append("verb.id is no IRI")
    return found + (language_faults(verb["display"], "verb.display") if "display" in verb else [])


def object_faults(item: dict, path: str) -> list[str]:
    kind = item.get("objectType", "Activity")
    if kind == "StatementRef":
        found = unknown(item, {"objectType", "id"}, path)
        return found + ([] if UUID.fullmatch(item.get("id", "")) else [f"{path}.id is no UUID"])
    if kind != "Activity":
        return [f"{path} is a {kind}"]
    found = unknown(item, {"objectType", "id", "definition"}, path)
    if not is_iri(item.get("id")):
        found.append(f"{path}.id is no IRI")
    definition = item.get("definition", {})
    found += unknown(definition, {"name", "description", "type", "moreInfo", "extensions"}, path + ".definition")
    if "type" in definition and not is_iri(definition["type"]):
        found.append(f"{path}.definition.type is no IRI")
    return found + (language_faults(definition["name"], path + ".name") if "name" in definition else [])


def result_faults(result: dict) -> list[str]:
    found = unknown(result, RESULT, "result")
    if not isinstance(result.get("completion", True), bool):
        found.append("completion is no boolean")
    if "duration" in result and not DURATION.fullmatch(result["duration"]):
        found.append(f"duration {result['duration']} is none")
    return found


def context_faults(context: dict, item: dict) -> list[str]:
    found = unknown(context, CONTEXT, "context")
    if "registration" in context and not UUID.fullmatch(context["registration"]):
        found.append("registration is no UUID")
    if {"revision", "platform"} & set(context) and item.get("objectType", "Activity") != "Activity":
        found.append("platform without an activity")
    if "language" in context and not LANGUAGE.fullmatch(context["language"]):
        found.append("context.language is none")
    activities = context.get("contextActivities", {})
    found += unknown(activities, {"parent", "grouping", "category", "other"}, "contextActivities")
    for name, items in activities.items():
        for activity in items if isinstance(items, list) else [items]:
            found += object_faults(activity, name)
    return found + [f"extension {key} is no IRI" for key in context.get("extensions", {}) if not is_iri(key)]
