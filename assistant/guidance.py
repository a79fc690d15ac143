"""Decides the answer to a question: which passages, which of their sentences, or none at all.

The voice words it; every sentence that it may use is a verbatim span of a passage.
"""

from typing import NamedTuple

from assistant.conversation import Conversation, Language, Source
from assistant.followup import InContext, in_context
from assistant.knowledge import Findings, Found, search
from assistant.lexical import stems
from assistant.off_topic import Topic, topics
from assistant.passages import Passage, Verdict, bullets, paragraphs
from assistant.reading import questions
from assistant.reading.perspective import Side, side_of
from assistant.reading.text import sentences
from assistant.scope import Scope, scope_of

_ACTIONS = 3
_REASONING = 5  # sentences at most for who asks why
_TOUCHES = 2  # words in common with the question before a further sentence is told
# Cosines. Further apart, a yes may answer something else; less apart, the embedder can't tell yes from no.
_SAME_QUESTION, _CLEARLY_NEARER = 0.07, 0.03
_SIDE_MARKS: dict[str, Side] = {
    "Als medewerker: ": "employee",
    "Als leidinggevende: ": "manager",
    "As an employee: ": "employee",
    "As a manager: ": "manager",
}


class Chosen(NamedTuple):
    """What a passage gives to this answer; all texts are verbatim from it."""

    passage: Passage
    score: float
    verdict: Verdict | None
    lead: list[str]
    actions: list[str]


class Decision(NamedTuple):
    """What to answer.

    ``topic`` is the off-topic subject that an abstention points away from; ``near`` are the passages found
    next, which a voice may look at beside the chosen ones.
    """

    question: str
    scope: Scope
    language: Language
    chosen: list[Chosen] = []
    topic: Topic | None = None
    near: list[Found] = []

    def sources(self) -> list[Source]:
        """The passages behind the answer, with the spans that it uses."""
        return [
            Source(
                passage=chosen.passage.id,
                title=chosen.passage.title(self.language),
                quote=chosen.lead[0],
                spans=[*chosen.lead, *chosen.actions],
                score=round(chosen.score, 3),
            )
            for chosen in self.chosen
        ]


def decide(message: str, conversation: Conversation, language: Language) -> Decision:
    """What to answer to a message, given what was said before.

    Each part of a message that asks two things is looked up by itself.
    """
    side = side_of(message) or _side_before(conversation)
    looked_up = [_look_up(in_context(part, conversation), side) for part in questions.parts(message)]
    answered = [found for found in looked_up if found.scope != "abstain"]
    if not answered:
        return Decision(message, "abstain", language, topic=_topic(looked_up[0].findings))
    chosen: dict[str, Chosen] = {}
    for found in answered:
        best = found.findings.passages[0]
        told = _told(conversation) if found.asked.wants_more else frozenset()
        wanted = message if found.asked.wants_more else found.asked.question
        chosen.setdefault(best.passage.id, _choose(best, wanted, side, language, told))
    scope: Scope = "answer" if any(found.scope == "answer" for found in answered) else "care"
    near = [found for part in answered for found in part.findings.passages if found.passage.id not in chosen]
    return Decision(message, scope, language, list(chosen.values()), near=near)


def decide_on(passage: Passage, message: str, conversation: Conversation, language: Language) -> Decision:
    """What to answer to a message of which it is known which passage it is about."""
    side = side_of(message) or _side_before(conversation)
    text = passage.texts[language]
    lead = _lead(text, message, frozenset())
    actions = _actions(passage, text, message, side, frozenset())
    return Decision(message, "answer", language, [Chosen(passage, 1.0, None, lead, actions)])


class _LookedUp(NamedTuple):
    asked: InContext
    findings: Findings
    scope: Scope


def _look_up(asked: InContext, side: Side | None) -> _LookedUp:
    findings = search(asked.question, side, asked.context)
    return _LookedUp(asked, findings, scope_of(findings))


def _topic(findings: Findings) -> Topic | None:
    """The subject to point away from, or None when nothing speaks for it either."""
    stems_view = findings.evidence["stems"]
    return topics()[findings.off_topic.example.owner] if stems_view.off_topic > 0 else None


def _side_before(conversation: Conversation) -> Side | None:
    """The side that the person last showed."""
    return next((side for turn in reversed(conversation.turns) if (side := side_of(turn.person))), None)


def _told(conversation: Conversation) -> frozenset[str]:
    """The spans that earlier answers used."""
    return frozenset(
        span for turn in conversation.turns for source in turn.reply.sources for span in source.spans
    )


def _choose(
    found: Found, question: str, side: Side | None, language: Language, told: frozenset[str]
) -> Chosen:
    text = found.passage.texts[language]
    lead = _lead(text, question, told)
    return Chosen(
        found.passage,
        found.score,
        _verdict(found, question),
        lead,
        _actions(found.passage, text, question, side, told),
    )


def _lead(text: str, question: str, told: frozenset[str]) -> list[str]:
    """The sentences that answer: the first paragraph, and what else touches the question.

    Who asks why gets all of the reasoning; who asks for a figure gets it first; who asks for more gets
    what was not told yet.
    """
    blocks = [[span.text for span in sentences(block)] for block in paragraphs(text)]
    prose = [sentence for block in blocks for sentence in block]
    fresh = [sentence for sentence in prose if sentence not in told] or prose
    if questions.asks_reason(question):
        return fresh[:_REASONING]
    opening = [sentence for sentence in blocks[0] if sentence in fresh] or fresh[:2]
    others = [sentence for sentence in fresh if sentence not in opening]
    touching = max(others, key=lambda sentence: _overlap(sentence, question), default="")
    if _overlap(touching, question) >= _TOUCHES:
        opening.append(touching)
    if questions.asks_figure(question) and not questions.has_figure(opening[0]):
        opening.sort(key=lambda sentence: not questions.has_figure(sentence))
    return opening


def _overlap(sentence: str, question: str) -> int:
    return len(set(stems(sentence)) & _content(question))


def _content(question: str) -> set[str]:
    """The stems of a question that say what it is about: its longer words."""
    return {stem for stem in stems(question) if len(stem) > 3}


def _actions(
    passage: Passage, text: str, question: str, side: Side | None, told: frozenset[str]
) -> list[str]:
    """What helps to act: the bullets for this person's side that are nearest to the question."""
    for_me = [bullet for bullet in bullets(text) if side is None or _side_mark(bullet) in (side, None)]
    if passage.front.enumerates:
        return for_me
    fresh = [bullet for bullet in for_me if bullet not in told]
    best = sorted(fresh, key=lambda bullet: -_overlap(bullet, question))[:_ACTIONS]
    return [bullet for bullet in fresh if bullet in best]


def _side_mark(bullet: str) -> Side | None:
    return next((side for mark, side in _SIDE_MARKS.items() if bullet.startswith(mark)), None)


def _verdict(found: Found, question: str) -> Verdict | None:
    """Yes or no, when such a question is near, put the same way, and no opposite one is as near."""
    decided = [asked for asked in found.asked if asked.question.verdict]
    if not decided or not questions.is_yes_no(question) or found.score - decided[0].score > _SAME_QUESTION:
        return None
    nearest = decided[0].question
    opposite = next((asked for asked in decided if asked.question.verdict != nearest.verdict), None)
    if opposite and decided[0].score - opposite.score < _CLEARLY_NEARER:
        return None
    return nearest.verdict if questions.is_negated(question) == questions.is_negated(nearest.text) else None
