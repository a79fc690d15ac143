"""What the two played characters have in common: a turn is read, and becomes a moment and a decision."""

from typing import Any

from assistant.answering import earned, names
from assistant.guideline import guideline
from assistant.reading.heard import Heard
from assistant.reading.keywords import clause, noun_phrase
from assistant.reading.numerals import spelled
from assistant.rehearsal_state import Decision, Moment, Move, State, Tell, after
from assistant.scenarios import Fact

Outcome = tuple[Moment, Decision]


class Turn:
    """One turn of the played character, over one turn of the person."""

    def __init__(self, state: State, moment: Moment, heard: Heard) -> None:
        self.state, self.moment, self.heard = state, moment, heard
        self.character = state.scenario.character(state.side)
        self.language, self.level = moment.language, state.level

    def say(
        self,
        move: Move,
        *,
        react: str | None = None,
        lead: str | None = None,
        tell: Tell | None = None,
        ask: str | None = None,
        ends: bool = False,
        bridge: bool = False,
        slots: dict[str, str] | None = None,
        **change: Any,
    ) -> Outcome:
        """The moment after this turn, and the decision; ``change`` replaces fields of the moment."""
        phase = change.pop("phase", after(self.moment.phase) if bridge else self.moment.phase)
        told = (*self.moment.told, tell.id) if tell else self.moment.told
        fields = {"dry": 0, **change}
        fields |= {"phase": phase, "told": told, "last_move": move, "last_ask": ask}
        fields |= {"last_told": tell.id if tell else self.moment.last_told}
        fields |= {"phase_turn": 0 if phase != self.moment.phase else self.moment.phase_turn}
        decision = Decision(
            move=move,
            side=self.state.side,
            phase=phase,
            temperament=self.character.temperament,
            level=self.level,
            language=self.language,
            react=react,
            lead=lead,
            tell=tell,
            ask=ask,
            ends=ends,
            slots={**self.slots(), **(slots or {})},
        )
        return self.moment.model_copy(update=fields), decision

    def slots(self) -> dict[str, str]:
        """What phrases may be filled with: the person's own words, names, and the guideline's figures."""
        rules = guideline()
        found = {
            "np": noun_phrase(self.heard.text, self.language),
            "quote": clause(self.heard.text),
            "name": None if self.state.own else self.state.scenario.character(self.state.role).name,
            "self": self.character.name,
            "minutes": spelled(rules.duration.minutes_max, self.language),
            "weeks": spelled(rules.check_in.first_after_weeks, self.language),
            "quarter": spelled(rules.check_in.minutes, self.language),
        }
        return {key: value for key, value in found.items() if value}

    def tell(self, fact: Fact, react: str | None, ask: str | None = None) -> Outcome:
        """Tells a fact of the scenario."""
        return self.say("tell", react=react, ask=ask, tell=Tell(id=fact.id, text=fact.text(self.language)))

    def detail(self, react: str = "opener") -> Outcome | None:
        """The example behind what is spoken of, else behind what was told last; None when told already."""
        last = self.fact(self.moment.last_told or "")
        told = [fact for fact in self.character.facts if fact.id in self.moment.told]
        named = next((fact for fact in told if fact != last and names(fact, self.heard.text)), None)
        follows = last is not None and (named is None or names(last, self.heard.text))
        return self._more(last if follows else named, react) or self._more(last, react)

    def named_detail(self, react: str = "opener") -> Outcome | None:
        """The same of what was told earlier, when the question names it."""
        asked = [fact for fact in self.character.facts if fact.id in self.moment.told]
        found = (self._more(fact, react) for fact in asked if names(fact, self.heard.asked))
        return next((outcome for outcome in found if outcome), None)

    def _more(self, fact: Fact | None, react: str) -> Outcome | None:
        text = fact.detail(self.language) if fact else None
        if fact is None or text is None or f"{fact.id}:more" in self.moment.told:
            return None
        tell = Tell(id=f"{fact.id}:more", text=text)
        moment, decision = self.say("detail", react=react, tell=tell, duties=self.duties({"ask_example"}))
        return moment.model_copy(update={"last_told": fact.id}), decision

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of this character with this id."""
        return next((fact for fact in self.character.facts if fact.id == fact_id), None)

    def may_hear(self, fact: Fact) -> bool:
        """Whether the person may hear this fact now."""
        return not fact.hidden or earned(fact, self.heard, self.moment, self.level)

    def duties(self, new: set[str]) -> tuple[str, ...]:
        """The duties done so far with the new ones."""
        return tuple(dict.fromkeys((*self.moment.duties, *sorted(new))))

    def near(self, topics: list[str]) -> bool:
        """Whether the person speaks of one of these topics."""
        low = self.heard.text.lower()
        return any(topic in low for topic in topics)
