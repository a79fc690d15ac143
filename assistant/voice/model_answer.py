"""An answer in a model's words: only sentences that the passages carry are shown."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.conversation import Conversation, Source
from assistant.faithfulness import fault_in, support
from assistant.guidance import Decision
from assistant.guideline import Role
from assistant.model import Model, Trouble
from assistant.passages import Passage
from assistant.phrases import guidance_phrases, plainly
from assistant.prompts import Prompt, prompt
from assistant.reading.perspective import side_of
from assistant.voice import Made, Piece, Voice
from assistant.voice.cited import Cited, cited_sentences
from assistant.voice.notices import Reason, notice

_PASSAGES = 5
_SENTENCES = 8
_HOPELESS = 6  # sentences without one that could be shown
_TOKENS = 600
_EARLIER = 2  # turns that a follow-up question may lean on
_RECALLED = 300  # characters of an earlier answer
_LANGUAGES = {"nl": "Nederlands", "en": "Engels"}
_SIDES: dict[Role, str] = {"employee": "medewerker", "manager": "leidinggevende"}


def model_answer(
    decision: Decision, conversation: Conversation, model: Model, fallback: Voice
) -> Iterator[Piece]:
    """The answer sentence by sentence; in the fallback's words when the model fails or too little is left."""
    draft = _Draft(decision, conversation, model)
    reason: Reason | None = None
    try:
        yield from draft.pieces()
    except Trouble as trouble:
        reason = trouble.failure
    if reason or not draft.sound:
        yield from _instead(decision, conversation, fallback, draft.made, reason or "unsound")


def _instead(
    decision: Decision, conversation: Conversation, fallback: Voice, made: Made, reason: Reason
) -> Iterator[Piece]:
    """The whole answer again, in place of what was shown."""
    told = Made(notice=notice(reason, decision.language), replaced=made.replaced)
    for number, piece in enumerate(fallback.answer(decision, conversation)):
        sources = tuple(decision.sources()) if number == 0 else None
        yield Piece(piece.text, told, afresh=number == 0, sources=sources)


@dataclass
class _Draft:
    """One answer in the making."""

    decision: Decision
    conversation: Conversation
    model: Model
    sources: list[Source] = field(default_factory=list)
    shown: int = 0
    dropped: int = 0

    @property
    def sound(self) -> bool:
        """Whether enough of what the model said could be shown."""
        return self.shown > 0 and self.shown >= self.dropped

    @property
    def made(self) -> Made:
        return Made("language_model", self.model.name, self._prompt.digest, replaced=self.dropped)

    def pieces(self) -> Iterator[Piece]:
        """The sentences that pass; raises Trouble when the provider fails."""
        stream = self.model.stream(self._prompt, _TOKENS)
        for sentence in cited_sentences(stream):
            if self.shown == _SENTENCES:
                return
            if self._fault(sentence):
                self.dropped += 1
                if not self.shown and self.dropped == _HOPELESS:
                    return  # better words won't come any more
                continue
            self.shown += 1
            marks = "".join(f" [{number}]" for number in self._numbers(sentence))
            before = (sentence.before or " ") if self.shown > 1 else ""
            yield Piece(before + _with_marks(sentence.text, marks), self.made, sources=tuple(self.sources))
        if self.sound:
            yield Piece("", self.made)  # what was held back at the end counts too

    def _fault(self, sentence: Cited) -> bool:
        if self._verdict and plainly(sentence.text) == plainly(self._verdict):
            return False  # "Ja." by itself, as the rules decided
        if any(not 0 < number <= len(self._passages) for number in sentence.numbers):
            return True
        cited = [self._text(self._passages[number - 1]) for number in sentence.numbers]
        return self._contradicts(sentence) or fault_in(sentence.text, cited, self._said) is not None

    def _contradicts(self, sentence: Cited) -> bool:
        """Whether the first sentence says yes where the rules say no, or the other way round."""
        frame = guidance_phrases().frame(self.decision.language)
        opposite = {frame.yes: frame.no, frame.no: frame.yes}.get(self._verdict or "")
        return opposite is not None and plainly(sentence.text).split()[:1] == [plainly(opposite)]

    @property
    def _verdict(self) -> str | None:
        """The yes or no that the rules decided, as a word."""
        verdict = self.decision.chosen[0].verdict
        frame = guidance_phrases().frame(self.decision.language)
        return verdict and (frame.yes if verdict == "yes" else frame.no)

    def _numbers(self, sentence: Cited) -> list[int]:
        """The places of a sentence's sources in the reply, which holds only what is named."""
        return [self._placed(self._passages[number - 1], sentence.text) for number in sentence.numbers]

    def _placed(self, passage: Passage, sentence: str) -> int:
        quote = support(sentence, [self._text(passage)]).quote
        for place, source in enumerate(self.sources):
            if source.passage == passage.id:
                if quote not in source.spans:
                    self.sources[place] = source.model_copy(update={"spans": [*source.spans, quote]})
                return place + 1
        self.sources.append(
            Source(
                passage=passage.id,
                title=passage.title(self.decision.language),
                quote=quote,
                spans=[quote],
                score=round(self._scores[passage.id], 3),
            )
        )
        return len(self.sources)

    @property
    def _scores(self) -> dict[str, float]:
        near = {found.passage.id: found.score for found in self.decision.near}
        return near | {chosen.passage.id: chosen.score for chosen in self.decision.chosen}

    @property
    def _passages(self) -> list[Passage]:
        chosen = [item.passage for item in self.decision.chosen]
        return [*chosen, *(found.passage for found in self.decision.near)][:_PASSAGES]

    @property
    def _said(self) -> list[str]:
        return [self.decision.question, *(turn.person for turn in self.conversation.turns)]

    def _text(self, passage: Passage) -> str:
        return passage.texts[self.decision.language]

    @property
    def _prompt(self) -> Prompt:
        decision, turns = self.decision, self.conversation.turns[-_EARLIER:]
        side = side_of(decision.question)
        return prompt(
            "answer",
            language=_LANGUAGES[decision.language],
            longest=_SENTENCES,
            verdict=self._verdict,
            earlier=[{"person": turn.person, "reply": turn.reply.text[:_RECALLED]} for turn in turns],
            passages=[
                {"title": passage.title(decision.language), "text": self._text(passage)}
                for passage in self._passages
            ],
            side=side and _SIDES[side],
            question=decision.question,
        )


def _with_marks(sentence: str, marks: str) -> str:
    """The sentence with its citations before the full stop, where readers look for them."""
    return f"{sentence[:-1]}{marks}{sentence[-1]}" if sentence[-1] in ".!?" else sentence + marks
