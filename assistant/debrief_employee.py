"""What a conversation shows about the employee: the eight rules, each decided on verbatim quotes."""

import re
from collections.abc import Callable, Iterable, Iterator

from assistant.debrief_manager import addresses_manager
from assistant.debrief_shapes import Verdict, verdict
from assistant.reading.points import Quote
from assistant.reading.talk import Talk
from assistant.reading.text import sentences, words
from assistant.reading.turns import is_example, is_question, plain, says

_SHORTEST_QUESTION = 3  # words


def own_successes(talk: Talk) -> Verdict:
    """Something to be proud of, in words or in answer to the question for it."""
    return _any(_success_quotes(talk))


def own_examples(talk: Talk) -> Verdict:
    """A concrete example with a success; without a success, any example of their own."""
    turns = {quote.turn for quote in _success_quotes(talk)}
    told_more = {turn + 2 for turn in turns if turn + 2 < len(talk.lines) and not talk.asked(turn + 2)}
    near = turns | told_more if turns else set(range(len(talk.lines)))
    return _any(
        quote for turn in talk.turns_of("employee") if turn in near for quote in _examples(talk, turn, turns)
    )


def _examples(talk: Talk, turn: int, successes: set[int]) -> Iterator[Quote]:
    """The examples in a turn, up to where it turns to what was hard when the turn tells a success."""
    for sentence in sentences(talk.lines[turn].text):
        if successes and says("turns_to_hard", sentence.text):
            return
        own = not is_question(sentence.text) and not _takes_on(talk, turn, sentence.text)
        if own and is_example(sentence.text):
            yield Quote(turn, sentence.text)


def own_honesty(talk: Talk) -> Verdict:
    """What went less well or was hard, in their own work."""
    quotes = [
        q
        for q in talk.quotes("difficulty", "employee")
        if not (_about_manager(talk, q) or _closing(talk, q.turn) or _in_agreement(talk, q))
    ]
    answers = (
        _first(talk, turn)
        for turn in talk.turns_of("employee")
        if talk.answers(turn, "ask_difficulty") and "ask_feedback" not in talk.asked(turn)
    )
    return _any([*quotes, *answers])


def own_wishes(talk: Talk) -> Verdict:
    """What they want to learn, or where they want to be."""
    quotes = [q for q in talk.quotes("wish", "employee") if not says("not_wish", q.text)]
    return _any([*quotes, *_answers(talk, "ask_wish", but="ask_agreement")])


def own_needs(talk: Talk) -> Verdict:
    """What they need from the manager or the organisation."""
    return _any([*talk.quotes("need", "employee"), *_answers(talk, "ask_need", but="ask_feedback")])


def own_feedback(talk: Talk) -> Verdict:
    """Feedback for the manager on what they do; an attack on the person is none."""
    given = [
        Quote(turn, act.quote)
        for turn, act in talk.find("feedback", "employee")
        if addresses_manager(talk, turn, act.quote) and not says("need", act.quote)
    ]
    given += _told_to_manager(talk)
    answered = [q for q in _answers(talk, "ask_feedback") if not says("no_feedback", talk.lines[q.turn].text)]
    fair = [q for q in [*answered, *given] if not _attacks(q.text) and not _closing(talk, q.turn)]
    attacks = talk.quotes("blame", "employee")
    return verdict(bool(fair), fair[:2] or attacks[:1])


_PERSON = re.compile(r"\b(?:jij|je|gij|ge|u|you) (?:bent|zijt|are) (?:\w+ )?(?:een|a|an)\b")


def _attacks(text: str) -> bool:
    """Whether words are about who the manager is ("jij bent een ..."), not about what they do."""
    return says("blame", text) or bool(_PERSON.search(plain(text)))


_ABOUT_ME = re.compile(r"\b(?:ik|mij|me|mie|mijn|i|my)\b")
_YOU_DO = re.compile(
    r"\b(?:(?:jij|je|gij|ge|u|ie) \w+(?:t|n|de|te|am)|(?:dat|als|omdat|doordat) (?:jij|je|gij|ge|u|ie)"
    r"|\w+ (?:jij|gij)|you \w+)\b"
)
_EFFECT = re.compile(r"\b(?:ik|me|mij|mien|mijn|we|wij|ons|i|my|us)\b")


def _told_to_manager(talk: Talk) -> list[Quote]:
    """What the manager does, with what it does to the employee, where the manager asks about themself."""
    return [
        Quote(turn, sentence.text)
        for turn in talk.turns_of("employee", 1)
        if _asks_about_self(talk.lines[turn - 1].text) and _EFFECT.search(plain(talk.lines[turn].text))
        for sentence in sentences(talk.lines[turn].text)
        if _YOU_DO.search(plain(sentence.text)) and not is_question(sentence.text)
    ]


def _asks_about_self(text: str) -> bool:
    asked = (found.text for found in sentences(text) if is_question(found.text))
    return any(_ABOUT_ME.search(plain(question)) and not says("ask_need", question) for question in asked)


def own_questions(talk: Talk) -> Verdict:
    """At least one real question to the manager."""
    return _any(
        Quote(turn, sentence.text)
        for turn in talk.turns_of("employee")
        for sentence in sentences(talk.lines[turn].text)
        if _asks(sentence.text)
    )


def own_agreement(talk: Talk) -> Verdict:
    """An agreement of their own, in their own words, with a date or term."""
    made = [item for item in talk.agreements if item.speaker == "employee" and "employee" in item.actors]
    dated = [item for item in made if item.dated and item.observable]
    return verdict(bool(dated), [Quote(item.turn, item.quote) for item in dated or made][:2])


def _success_quotes(talk: Talk) -> list[Quote]:
    told = [
        q
        for q in talk.quotes("success", "employee")
        if not _closing(talk, q.turn)
        and not says("no_success", q.text)
        and not says("denial", q.text)
        and "ask_feedback" not in talk.asked(q.turn)
        and (says("success_strong", q.text) or not talk.looks_back(max(q.turn - 1, 0)))
    ]
    answers = (
        _first(talk, turn) for turn in talk.turns_of("employee") if talk.answers(turn, "ask_success", 5)
    )
    return [*told, *(q for q in answers if not says("difficulty", q.text))]


def _answers(talk: Talk, kind: str, but: str = "") -> list[Quote]:
    return [
        _first(talk, turn)
        for turn in talk.turns_of("employee")
        if talk.answers(turn, kind) and but not in talk.asked(turn)
    ]


def _about_manager(talk: Talk, quote: Quote) -> bool:
    feedback = [act for act in talk.acts[quote.turn] if act.kind == "feedback"]
    return "ask_feedback" in talk.asked(quote.turn) or any(
        addresses_manager(talk, quote.turn, act.quote) for act in feedback
    )


def _closing(talk: Talk, turn: int) -> bool:
    """Whether a turn says how the talk itself was."""
    return turn > talk.forward and "ask_experience" in talk.asked(turn) and turn >= len(talk.lines) // 2


def _in_agreement(talk: Talk, quote: Quote) -> bool:
    """Whether words stand in a sentence in which something is agreed."""
    return any(
        quote.text in sentence.text and _takes_on(talk, quote.turn, sentence.text)
        for sentence in sentences(talk.lines[quote.turn].text)
    )


def _takes_on(talk: Talk, turn: int, text: str) -> bool:
    return any(item.turn == turn and item.quote in text for item in talk.agreements)


def _asks(sentence: str) -> bool:
    return (
        is_question(sentence)
        and len(words(sentence)) >= _SHORTEST_QUESTION
        and not says("rhetorical", sentence)
    )


def _first(talk: Talk, turn: int) -> Quote:
    """The first sentence of a turn that says something: not just "Ja."."""
    told = sentences(talk.lines[turn].text)
    return Quote(turn, next((s.text for s in told if len(words(s.text)) >= _SHORTEST_QUESTION), told[0].text))


def _any(quotes: Iterable[Quote]) -> Verdict:
    found = list(quotes)
    return verdict(bool(found), found[:2])


EMPLOYEE_RULES: dict[str, Callable[[Talk], Verdict]] = {
    "own_successes": own_successes,
    "own_examples": own_examples,
    "own_honesty": own_honesty,
    "own_wishes": own_wishes,
    "own_needs": own_needs,
    "own_feedback": own_feedback,
    "own_questions": own_questions,
    "own_agreement": own_agreement,
}
