"""The document itself: valid, complete, and its examples are true to it."""

import re

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from document import METHODS, Document

DOCUMENT = Document()
OPERATIONS = DOCUMENT.operations()


def test_is_openapi_3_1():
    assert [error.message for error in OpenAPIV31SpecValidator(DOCUMENT.content).iter_errors()] == []


def test_is_what_the_box_serves(venue):
    served = venue.stranger.expect(200, "GET", "/api/v1/openapi.json")
    assert served == DOCUMENT.content


def test_says_the_version_that_the_box_says(venue):
    version = venue.stranger.expect(200, "GET", "/api/v1/health")["version"]
    assert DOCUMENT.content["info"]["version"] == version


@pytest.mark.parametrize("method, path", OPERATIONS)
def test_call_says_what_it_does_and_who_may_call_it(method, path):
    operation = DOCUMENT.operation(method, path)
    assert operation["summary"] and operation["tags"] and operation["security"]
    assert operation["description"].startswith("For ")


def test_names_of_calls_are_unique():
    names = [DOCUMENT.operation(*call)["operationId"] for call in OPERATIONS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", DOCUMENT.content["paths"])
def test_names_every_method_that_the_address_knows(venue, path):
    address = re.sub(r"\{\w+\}", "x", path)
    known = {method.upper() for method in METHODS if method in DOCUMENT.content["paths"][path]}
    other = next(method for method in ("DELETE", "PUT") if method not in known)
    answer = venue.organiser.raw(other, address)
    assert answer.status == 405
    assert set(answer.headers["allow"].split(", ")) - {"HEAD"} == known


@pytest.mark.parametrize("method, path", OPERATIONS)
def test_examples_are_true(method, path):
    operation = DOCUMENT.operation(method, path)
    answers = [DOCUMENT.resolve(answer) for answer in operation["responses"].values()]
    for part in [operation.get("requestBody", {}), *answers]:
        for media in part.get("content", {}).values():
            examples = [example["value"] for example in media.get("examples", {}).values()]
            examples += [media["example"]] if "example" in media else []
            for example in examples:
                assert DOCUMENT.errors(media["schema"], example) == []


@pytest.mark.parametrize("name", DOCUMENT.content["components"]["schemas"])
def test_examples_of_schemas_are_true(name):
    schema = DOCUMENT.content["components"]["schemas"][name]
    fields = [schema, *schema.get("properties", {}).values()]
    for field in fields:
        for example in field.get("examples", []):
            assert DOCUMENT.errors(field, example) == []
