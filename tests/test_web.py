"""What the page decides without Gradio: waiting, pacing, failing, remembering, and marking."""

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from assistant.conversation import Conversation, Language, Reply
from assistant.errors import PersonError
from assistant.web.answering import Answering, Moment
from assistant.web.markup import marked, plain, rich
from assistant.web.session import Session, restore
from assistant.web.texts import page_texts
from assistant.web.warmup import Indexing, WarmUp


def words(count: int) -> Any:
    def stream(message: str, conversation: Conversation, language: Language) -> Iterator[Reply]:
        yield Reply(text=" ".join(["woord"] * count))

    return stream


def moments(stream: Any, message: str = "vraag", warm_up: WarmUp | None = None) -> list[Moment]:
    return list(Answering(warm_up or WarmUp(lambda tell: None), stream).moments(message, Session()))


@pytest.mark.parametrize("count", [1, 60, 5000])
def test_words_come_in_within_the_time_for_it_and_end_whole(count: int) -> None:
    began = time.monotonic()
    said = [moment.reply.text for moment in moments(words(count)) if moment.reply]
    assert time.monotonic() - began < 2
    assert said[-1] == " ".join(["woord"] * count)
    assert all(later.startswith(earlier) for earlier, later in zip(said, said[1:], strict=False))
    assert len(said) >= (2 if count == 1 else 5)


def test_a_question_waits_for_the_index_and_sees_how_far_it_is() -> None:
    go_on = threading.Event()

    def load(tell: Any) -> None:
        tell(Indexing(240, 960))
        go_on.wait(5)

    seen = []
    for moment in Answering(WarmUp(load), words(1)).moments("vraag", Session()):
        if moment.waiting and moment.waiting.share:
            go_on.set()
        seen.append(moment)
    assert any(moment.waiting and moment.waiting.share == 0.25 for moment in seen)
    assert any(moment.waiting and "240 van 960" in moment.waiting.line for moment in seen)
    assert seen[-1].done


def test_a_failed_warm_up_is_told_and_tried_again() -> None:
    attempts: list[int] = []

    def load(tell: Any) -> None:
        attempts.append(1)
        if len(attempts) == 1:
            raise PersonError("De schijf is vol.")

    warm_up = WarmUp(load)
    assert moments(words(1), warm_up=warm_up)[-1].problem == "De schijf is vol."
    assert moments(words(1), warm_up=warm_up)[-1].done


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ("word " * 1000, "Your message is too long (4999 characters). Keep it under 4000 characters."),
        ("Make SMART: 1234", "I read no agreement in this"),
        ("Make SMART:" + "\n- Tom calls two clients every week." * 11, "That is too many agreements at once"),
        ("Debrief this conversation.\nManager: Hello.\nEmployee: Hi.", "Paste at least 4 turns"),
        ("  ", "Type your question first"),
    ],
)
def test_on_the_english_page_what_goes_wrong_is_told_in_english(message: str, problem: str) -> None:
    answering = Answering(WarmUp(lambda tell: None))
    *_, last = answering.moments(message, Session(language="en"))
    assert last.problem is not None and last.problem.startswith(problem)


def test_an_error_follows_the_language_of_the_conversation_and_is_dutch_where_it_has_no_other() -> None:
    def stream(message: str, conversation: Conversation, language: Language) -> Iterator[Reply]:
        raise PersonError("Te lang.", "Too long." if message == "both" else None)
        yield

    def told(message: str, session: Session) -> str | None:
        return [*Answering(WarmUp(lambda tell: None), stream).moments(message, session)][-1].problem

    english = Session().with_conversation(Conversation().add("Hi", Reply(text="Hi.", language="en")))
    assert told("both", english) == "Too long."
    assert told("both", Session()) == "Te lang."
    assert told("one", Session(language="en")) == "Te lang."


def test_an_internal_error_is_told_kindly_and_logged_without_the_text(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def stream(message: str, conversation: Conversation, language: Language) -> Iterator[Reply]:
        raise ValueError(message)
        yield

    assert moments(stream, "geheim-7361")[-1].problem == page_texts("nl").failed
    assert "ValueError" in caplog.text and "geheim-7361" not in caplog.text


@pytest.mark.parametrize(
    "stored", [None, "kapot", 3, [], {"conversation": {"turns": "x"}}, {"language": "de"}]
)
def test_a_damaged_memory_gives_a_fresh_session(stored: Any) -> None:
    assert restore(stored) == Session()


def test_a_session_survives_the_browser_and_keeps_its_last_turns() -> None:
    conversation = Conversation()
    for number in range(205):
        conversation = conversation.add(f"vraag {number}", Reply(text="antwoord"))
    kept = restore(Session(language="en").with_conversation(conversation).stored())
    assert kept.language == "en"
    assert [kept.conversation.turns[place].person for place in (0, -1)] == ["vraag 5", "vraag 204"]


@pytest.mark.parametrize(
    "hostile", ["<script>x</script>", "<b>", "![x](http://a.example/b.png)", "[x](javascript:x)"]
)
def test_nothing_that_is_written_becomes_html(hostile: str) -> None:
    for made in (plain(hostile), rich(hostile), marked(hostile, [hostile])):
        assert not any(tag in made for tag in ("<script", "<b>", "<img", "<a "))


def test_used_spans_are_marked_and_others_are_not() -> None:
    html = marked(
        "Een zin. Nog een zin.\n\n- Een <punt>.", ["Nog een zin.", "Een <punt>.", "Staat er niet.", ""]
    )
    assert html.count("<mark>") == 2
    assert "<mark>Nog een zin.</mark>" in html and "<mark>Een &lt;punt&gt;.</mark>" in html
