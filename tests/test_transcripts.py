import json

import pytest

from assistant.errors import PersonError
from assistant.transcripts import MAX_BYTES, read_transcript

PASTED = [
    "Leidinggevende: Hoe gaat het?\nTom: Goed.\nIk ben blij.\nLeidinggevende: Mooi.",
    "M: Hoe gaat het?\nW: Goed.\nIk ben blij.\nM: Mooi.",
    "Manager: Hoe gaat het?\nMedewerker: Goed.\nIk ben blij.\nManager: Mooi.",
    "\ufeffTeamleider: Hoe gaat het?\r\nTom: Goed.\r\nIk ben blij.\r\n\r\nTeamleider: Mooi.",
    "09:00 Leidinggevende: Hoe gaat het?\n09:01 Tom: Goed.\nIk ben blij.\n09:02 Leidinggevende: Mooi.",
]


@pytest.mark.parametrize("text", PASTED)
def test_pasted_text(text: str) -> None:
    lines = read_transcript(text).transcript
    assert [line.speaker for line in lines] == ["manager", "employee", "manager"]
    assert lines[1].text == "Goed.\nIk ben blij."


def test_a_sentence_with_a_colon_is_not_a_speaker() -> None:
    lines = read_transcript("M: Eén ding:\nDe planning: die is laat.\nW: Ja.").transcript
    assert len(lines) == 2


def test_json_with_role_and_phases() -> None:
    data = {
        "role": "employee",
        "transcript": [
            {"speaker": "manager", "text": "Hoi", "phase": "opening"},
            {"speaker": "employee", "text": "Hoi", "phase": "onzin"},
        ],
    }
    found = read_transcript(json.dumps(data).encode())
    assert found.role == "employee"
    assert [line.phase for line in found.transcript] == ["opening", None]
    assert read_transcript(json.dumps(data), role="manager").role == "manager"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "   \n",
        b"\xff\xfe\x00\x01",
        "a\x00b",
        "{",
        "[1, 2]",
        "{}",
        '{"transcript": []}',
        '{"role": "boss", "transcript": [{"speaker": "manager", "text": "x"}]}',
        '{"transcript": [{"speaker": "hr", "text": "x"}]}',
        "[" * 100_000,
        "zomaar een verhaal",
        "Jan: hoi\nPiet: hoi",
        "Leidinggevende: hoi",
        "x" * 1_000_001,
    ],
)
def test_what_is_no_conversation_is_explained(content: str | bytes) -> None:
    with pytest.raises(PersonError) as caught:
        read_transcript(content)
    assert str(caught.value).endswith(".") or "{" in str(caught.value)


def test_what_is_too_long_is_told_the_limit_that_holds() -> None:
    with pytest.raises(PersonError, match=f"hooguit {MAX_BYTES // 1000} kB") as told:
        read_transcript("Leidinggevende: hoi\n" * (MAX_BYTES // 20 + 1))
    assert f"at most {MAX_BYTES // 1000} kB" in told.value.told_in("en")
