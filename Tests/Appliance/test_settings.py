"""The default settings are valid YAML, with and without their commented lines."""

import re

import yaml


def settings(tree):
    return (tree / "etc/diemdanh/diemdanh.yaml").read_text()


def test_defaults_are_valid_and_the_second_copy_is_on_another_medium(tree):
    values = yaml.safe_load(settings(tree))
    assert values["data"] == "/var/lib/diemdanh"
    assert values["kiosk_listen"].startswith("127.0.0.1:")
    assert not values["backup"]["second"].startswith(values["data"])


def test_every_commented_example_is_valid_too(tree):
    # An example is a commented line that begins with a key or is indented below one.
    shown = re.sub(r"(?m)^# (?=\s*[a-z_]+:( |$))", "", settings(tree))
    values = yaml.safe_load(shown)
    assert {"listen", "tls_listen", "tls", "province"} <= values.keys()
    assert values["province"].keys() == {"url", "sign_key", "age_key", "ca", "token"}
