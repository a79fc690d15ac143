from collections import Counter
from pathlib import Path

import pytest

from assistant.errors import PersonError
from assistant.passages import load_headings, load_passages, passages
from assistant.resources import KNOWLEDGE

HEADINGS = load_headings(KNOWLEDGE / "source_headings.csv")
GOOD = (KNOWLEDGE / "passages" / "duur.md").read_text(encoding="utf-8")


def test_every_heading_of_the_source_is_covered() -> None:
    told = {source for passage in passages().values() for source in passage.source}
    uncovered = [
        heading
        for heading in HEADINGS.values()
        if heading not in told and not any(source.startswith(f"{heading} / ") for source in told)
    ]
    assert uncovered == []


def test_no_question_leads_to_two_passages() -> None:
    asked = Counter(question.lower() for passage in passages().values() for question, _ in passage.asked())
    assert [question for question, times in asked.items() if times > 1] == []


def test_every_passage_has_enough_questions_in_both_languages() -> None:
    for passage in passages().values():
        assert len(passage.asked()) >= 18, passage.id
        assert passage.texts["nl"] != passage.texts["en"]


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ('audience = "both"', 'audience = "iedereen"', "audience"),
        ('id = "duur"', 'id = "lengte"', "id is 'lengte'"),
        ("questions = [", "vragen = [", "questions: ontbreekt"),
        ('source = ["faq-duur"', 'source = ["faq-lengte"', "onbekende bron 'faq-lengte'"),
        ("## English", "## Engels", "verwacht +++"),
        ("+++\n", "---\n", "verwacht +++"),
        ('title = "', 'kop = "x"\ntitle = "', "kop: onbekend veld"),
    ],
)
def test_a_fault_is_one_line_that_names_the_file(
    tmp_path: Path, before: str, after: str, complaint: str
) -> None:
    assert before in GOOD
    (tmp_path / "duur.md").write_text(GOOD.replace(before, after), encoding="utf-8")
    with pytest.raises(PersonError) as caught:
        load_passages(tmp_path, HEADINGS)
    assert str(caught.value).startswith("duur.md: ")
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_empty_text_is_a_fault(tmp_path: Path) -> None:
    front = GOOD.split("+++\n")[1]
    (tmp_path / "duur.md").write_text(f"+++\n{front}+++\n\n## English\nA review.\n", encoding="utf-8")
    with pytest.raises(PersonError, match=r"duur\.md: de tekst \(nl\) is leeg"):
        load_passages(tmp_path, HEADINGS)


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(PersonError, match="geen passages"):
        load_passages(tmp_path, HEADINGS)
