"""The class of Tiến Xuân on a box that no test changes, and the province that its bundles are for."""

from pathlib import Path

import pytest

from lesson import Lesson, age_keys, minisign_keys, new_lesson


@pytest.fixture(scope="session")
def lesson(tmp_path_factory) -> Lesson:
    return new_lesson(tmp_path_factory.mktemp("lesson") / "box")


@pytest.fixture(scope="session")
def province(tmp_path_factory) -> tuple[Path, Path]:
    """A settings file that names a province, and the identity file that opens what is encrypted to it."""
    folder = tmp_path_factory.mktemp("province")
    identity, recipient = age_keys(folder)
    _, sign_key = minisign_keys(folder)
    settings = folder / "diemdanh.yaml"
    settings.write_text(f"province:\n  url: https://province.invalid\n  sign_key: {sign_key}\n  age_key: {recipient}\n")
    return settings, identity
