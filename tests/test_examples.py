"""The sentence bank, and the reader that learned from it."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from assistant import learning
from assistant.errors import PersonError
from assistant.guideline import Role
from assistant.reading import examples, learned
from assistant.reading.acted import acts_of
from assistant.reading.learned import margins, means
from assistant.reading.points import improvement_points, recognitions
from assistant.reading.turns import acts
from assistant.resources import KNOWLEDGE

ROLES = get_args(Role)


@pytest.fixture
def fresh() -> Iterator[None]:
    learned._reader.cache_clear()
    margins.cache_clear()
    yield
    learned._reader.cache_clear()
    margins.cache_clear()


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
def test_what_was_learned_belongs_to_this_bank(role: Role) -> None:
    """Fails after the bank has changed: run `make vectors`."""
    with np.load(KNOWLEDGE / "vectors" / "acts-marks.npz") as saved:
        assert len(saved[f"{role}_seen"]) == len(examples.bank(role))
        assert set(saved[f"{role}_acts"].tolist()) == {
            a for acts in examples.bank(role).values() for a in acts
        }


@pytest.mark.parametrize("role", ROLES)
def test_unseen_sentences_are_read_better_than_by_cues_alone(role: Role) -> None:
    """By marks alone, the weaker reader; each sentence is scored by a fit without it."""
    kinds, _, seen, wanted = learning.tables(role)
    scores = learning.out_of_fold(learning.kernel(seen, seen), wanted)
    least = learning.thresholds(kinds, scores, wanted)
    cued = [{found.kind for found in acts(text, role)} for text in examples.bank(role)]
    both = [place for place, kind in enumerate(kinds) if any(kind in found for found in cued)]
    by_cue = [
        _f1(np.array([kinds[place] in found for found in cued]), wanted[:, place] > 0) for place in both
    ]
    learnt = [_f1(scores[:, place] >= least[place], wanted[:, place] > 0) for place in both]
    assert np.mean(learnt) > np.mean(by_cue)


def _f1(found: np.ndarray, truth: np.ndarray) -> float:
    return float(2 * (found & truth).sum() / (found.sum() + truth.sum()))


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("recognition", "De buren van de bouwplaats belden om te zeggen hoe netjes jij alles achterlaat."),
        ("improvement", "Wat mij stoort is dat jouw bakken na de dienst niet leeg zijn."),
        ("ask_feedback", "Wat zou ik volgens jou anders moeten aanpakken als baas?"),
        ("look_back", "Verleden jaar zei je dat je een cursus lassen ging doen, is dat nog gelukt?"),
        ("follow_up", "Half oktober drinken we koffie om te horen hoe het loopt."),
    ],
)
def test_new_wordings_are_recognised(act: str, text: str) -> None:
    assert means(act, text, "manager")


def test_quotes_of_acts_are_verbatim() -> None:
    for role in ROLES:
        for first, second in zip(
            list(examples.bank(role))[:60:3], list(examples.bank(role))[1:60:3], strict=True
        ):
            text = f"  {first}  {second} "
            assert all(text[act.start : act.end] == act.quote for act in acts_of(text, role))


def test_a_story_holds_no_points() -> None:
    story = "Vroeger had ik een baas die nooit iets zei, en dan wist je niet waar je aan toe was."
    assert improvement_points([(0, story)]) == []
    assert recognitions([(0, story)]) == []


@pytest.mark.usefixtures("fresh")
def test_without_a_known_embedder_the_marks_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned, "embedder_name", _not_installed)
    monkeypatch.setattr(learned, "embedder", _not_installed)
    assert means("follow_up", "Over zes weken kijken we samen hoe het gaat.", "manager")


def _not_installed() -> str:
    raise PersonError("De embedder is er niet.")
