"""The OpenAPI document, and whether an answer keeps what it promises."""

import json
import re

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from box import PROJECT

METHODS = ("get", "post", "put", "delete")


class Document:
    """`www/openapi.json`, looked up by request."""

    def __init__(self):
        self.content = json.loads((PROJECT / "www/openapi.json").read_text())
        # A literal segment before a parameter: /stations before /{name}.
        self._patterns = [
            (re.compile(re.sub(r"\{\w+\}", "[^/]+", path)), path)
            for path in sorted(self.content["paths"], key=lambda path: path.count("{"))]

    def operations(self) -> list[tuple[str, str]]:
        """Method and path of every call."""
        return [
            (method.upper(), path)
            for path, item in self.content["paths"].items() for method in METHODS if method in item]

    def operation(self, method: str, path: str) -> dict:
        """A call by the path as it is written in the document."""
        return self.content["paths"][path][method.lower()]

    def path_of(self, address: str) -> str | None:
        """The path of the document that an address falls under; None for an unknown one."""
        return next((path for pattern, path in self._patterns if pattern.fullmatch(address)), None)

    def resolve(self, item: dict) -> dict:
        """What a `$ref` stands for."""
        while "$ref" in item:
            found = self.content
            for part in item["$ref"].removeprefix("#/").split("/"):
                found = found[part]
            item = found
        return item

    def errors(self, schema: dict, value) -> list[str]:
        """Where a value is not as its schema says."""
        whole = Resource.from_contents(self.content | {"x-schema": schema}, default_specification=DRAFT202012)
        registry = Registry().with_resource("urn:document", whole)
        validator = Draft202012Validator({"$ref": "urn:document#/x-schema"}, registry=registry)
        return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]

    def check(self, method: str, address: str, status: int, content_type: str | None, body: bytes) -> None:
        """Asserts that the answer is one of those which the document promises."""
        path = self.path_of(address)
        if path is None or method.lower() not in self.content["paths"][path]:
            assert status in (400, 401, 403, 404, 405, 421), f"{method} {address} is undocumented: {status}"
            return
        call = f"{method} {path} {status}"
        answers = self.operation(method, path)["responses"]
        assert str(status) in answers, f"{call} is undocumented: {body[:500]!r}"
        content = self.resolve(answers[str(status)]).get("content")
        if content is None:
            assert body == b"", f"{call} has a body: {body[:200]!r}"
            return
        media_type = (content_type or "").split(";")[0]
        assert media_type in content, f"{call} answers {media_type}"
        if schema := content[media_type].get("schema"):
            value = json.loads(body) if media_type.endswith("json") else body.decode()
            found = self.errors(schema, value)
            assert not found, f"{call}: {found[:5]}"
