import json
import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: str, stdin: str | bytes = "") -> subprocess.CompletedProcess[bytes]:
    given = stdin if isinstance(stdin, bytes) else stdin.encode()
    return subprocess.run(
        [sys.executable, "-m", "assistant", *arguments], input=given, capture_output=True, check=False
    )


def test_ask_prints_one_json_document() -> None:
    done = run("ask", "Hoe lang duurt het gesprek?", "--json")
    answer = json.loads(done.stdout)
    assert done.returncode == 0
    assert {"answer", "abstained", "language", "voice", "sources"} <= answer.keys()
    assert (answer["abstained"], answer["language"], answer["voice"]) == (False, "nl", "phrasebook")
    assert {"passage", "title", "quote", "score"} <= answer["sources"][0].keys()


def test_ask_abstains_without_sources() -> None:
    answer = json.loads(run("ask", "hoeveel vakantiedagen heb ik?", "--json").stdout)
    assert answer["abstained"] and answer["sources"] == []


def test_ask_for_people_names_the_source() -> None:
    assert "Bron: Hoe lang duurt het gesprek? (duur)" in run("ask", "Hoe lang duurt het?").stdout.decode()


def test_search_prints_passages_with_their_headings() -> None:
    passages = json.loads(run("search", "-", "--json", stdin="is een uurtje genoeg?").stdout)["passages"]
    assert passages[0]["passage"] == "duur"
    assert "Veelgestelde vragen / Hoe lang duurt een functioneringsgesprek?" in passages[0]["source"]
    assert set(passages[0]) == {"passage", "title", "source", "text", "score"}


@pytest.mark.parametrize(("command", "field"), [("ask", "answer"), ("search", "passages")])
def test_a_batch_answers_in_order_and_survives_a_bad_line(command: str, field: str) -> None:
    inputs = ["hoe lang duurt het?", "", "x" * 100_000, "\x00", "<b>hoi</b>", "waarom 😀?"]
    lines = "".join(json.dumps({"id": f"n{i}", "input": text}) + "\n" for i, text in enumerate(inputs))
    done = run(command, "--batch", "-", stdin=lines)
    documents = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [document["id"] for document in documents] == [f"n{i}" for i in range(len(inputs))]
    assert all(field in document for document in documents)


@pytest.mark.parametrize(
    ("arguments", "stdin", "complaint"),
    [
        (["ask", ""], "", "De vraag is leeg."),
        (["ask", " \n "], "", "De vraag is leeg."),
        (["ask"], "", "Geef een tekst mee"),
        (["ask", "-"], b"\xff\xfe\x00", "geen tekst in UTF-8"),
        (["ask", "-"], "hoe " * 25_000, "te lang"),
        (["search", "-"], "hoe " * 25_000, "te lang"),
        (["ask", "--batch", "nergens.jsonl"], "", "kan dit bestand niet lezen"),
        (["ask", "--batch", "-"], '{"id": 1}\n', "regel 1: verwacht een object met 'id' en 'input'"),
        (["ask", "--batch", "-"], "geen json\n", "regel 1: geen geldige JSON"),
        (["evals", "bestaat-niet"], "", "Onbekende suite"),
        (["evals", "ask", "--cases", "nergens.jsonl"], "", "kan dit bestand niet lezen"),
        (["bestaat-niet"], "", "No such command"),
        (["ask", "--raar"], "", "No such option"),
    ],
)
def test_wrong_input_is_one_line_and_exit_code_2(
    arguments: list[str], stdin: str | bytes, complaint: str
) -> None:
    done = run(*arguments, stdin=stdin)
    assert done.returncode == 2
    assert done.stdout == b""
    error = done.stderr.decode()
    assert complaint in error
    assert error.startswith("gesprekscoach: ") and error.count("\n") == 1


def test_a_wrong_setting_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREKSCOACH_EMBEDDER", "word2vec")
    done = run("ask", "hoe lang?")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"De embedder 'word2vec' is er niet" in done.stderr


def test_answering_never_imports_the_page() -> None:
    program = (
        "import sys\nfrom assistant.cli import main\n"
        "try:\n main({!r})\nexcept SystemExit: pass\nprint('gradio' in sys.modules)"
    )
    for arguments in (["ask", "hoe lang?", "--json"], ["search", "hoe lang?", "--json"]):
        done = subprocess.run(
            [sys.executable, "-c", program.format(arguments)], capture_output=True, check=True
        )
        assert done.stdout.splitlines()[-1] == b"False"


def test_evals_write_their_results(tmp_path: Path) -> None:
    cases = tmp_path / "own.jsonl"
    records = [
        {
            "id": "a",
            "input": "Hoe lang duurt het gesprek?",
            "target": {"facts": [["45"], ["60"]]},
            "kind": "easy",
        },
        {
            "id": "b",
            "input": "Hoe lang duurt het gesprek?",
            "target": {"facts": [["drie weken"]]},
            "kind": "easy",
        },
        {"id": "c", "input": "hoeveel vakantiedagen heb ik?", "target": {"refuse": True}, "kind": "near"},
    ]
    cases.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    done = run("evals", "ask", "--cases", str(cases), "--out", str(tmp_path / "out"), "--json")
    assert done.returncode == 0
    results = [
        json.loads(line) for line in (tmp_path / "out" / "results.jsonl").read_text("utf-8").splitlines()
    ]
    assert [result["status"] for result in results] == ["pass", "fail", "pass"]
    assert results[1]["reasons"] and results[1]["output"]["sources"]
    summary = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    assert summary == json.loads(done.stdout)
    assert summary["ask"]["easy"]["facts"]["value"] == 0.5
    assert summary["ask"]["easy"]["facts"]["n"] == 2
    assert summary["ask"]["near"]["refused"]["low"] < 1 <= summary["ask"]["near"]["refused"]["high"]


def test_debrief_reads_a_transcript_and_names_every_rule() -> None:
    talk = [
        {"speaker": "manager", "text": "Fijn dat je er bent. Hoe kijk je terug op het afgelopen jaar?"},
        {"speaker": "employee", "text": "Ik ben trots op de nieuwe planning die ik in maart heb gemaakt."},
    ]
    done = run("debrief", "-", "--json", stdin=json.dumps({"role": "manager", "transcript": talk}))
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert len(found["findings"]) == 12
    assert found["turns"] == 2
    assert sum(found["talk_share"].values()) == pytest.approx(1, abs=0.02)
    for finding in found["findings"]:
        assert finding["status"] in ("kept", "broken", "not_applicable")
        assert all(quote["text"] in talk[quote["turn"]]["text"] for quote in finding["quotes"])


def test_rehearse_plays_the_lines_and_debriefs() -> None:
    said = "Goed, en met jou?\nIk ben trots op mijn werk van vorige maand.\nstop\n"
    done = run("rehearse", "--scenario", "botsing", "--role", "employee", "--lines", "-", "--json", stdin=said)
    played = json.loads(done.stdout)
    assert done.returncode == 0
    assert {"scenario", "role", "voice", "transcript", "ended", "debrief"} <= played.keys()
    assert {turn["speaker"] for turn in played["transcript"]} == {"manager", "employee"}
    assert len(played["debrief"]["findings"]) == 8


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (["debrief", "-"], ""),
        (["debrief", "-"], '{"role": "manager"}'),
        (["debrief", "-"], "x" * 200_000),
        (["debrief", "nergens.json"], ""),
        (["rehearse", "--scenario", "bestaat-niet", "--role", "employee", "--lines", "-"], "hoi\n"),
        (["rehearse", "--scenario", "botsing", "--role", "iemand", "--lines", "-"], "hoi\n"),
        (["smart", "-"], "x" * 100_000),
        (["smart", "Tom belt", "--today", "morgen"], ""),
    ],
)
def test_every_command_says_what_is_wrong_in_one_line(arguments: list[str], stdin: str) -> None:
    done = run(*arguments, stdin=stdin)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
