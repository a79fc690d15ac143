import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`((?:assistant|knowledge|prompts|evals|tests|docs)/[^`*\s]*)`", README)))
TARGETS = sorted(set(re.findall(r"(?:^|`)make (\w+)", README, re.M)))


def test_it_names_paths_and_targets() -> None:
    assert len(PATHS) > 15
    assert {"run", "test"} <= set(TARGETS)


@pytest.mark.parametrize("path", PATHS)
def test_every_named_path_exists(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("target", TARGETS)
def test_every_named_target_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)


def test_every_picture_exists() -> None:
    assert all((ROOT / picture).exists() for picture in re.findall(r"!\[[^]]*\]\(([^)]+)\)", README))
