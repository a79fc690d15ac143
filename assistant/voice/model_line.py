"""A character's line in a model's words: the phrasebook's line says what is meant, the model how."""

from assistant.conversation import Language
from assistant.guideline import guideline
from assistant.in_character import LONGEST_LINE, Fault, fault_in_line
from assistant.model import Model, Trouble
from assistant.prompts import Prompt, prompt
from assistant.rehearsal_state import Decision, State
from assistant.voice import Made, Said
from assistant.voice.notices import Reason, notice
from assistant.voice.rehearsal import speak

_TRIES = 2
_TOKENS = 160
_RECALLED = 10  # lines
_QUOTES = "\"'“”‘’„ \n"
_LANGUAGES: dict[Language, str] = {"nl": "Nederlands", "en": "Engels"}


def model_line(decision: Decision, state: State, model: Model) -> Said:
    """One line; the second try hears what was wrong, and then the phrasebook's line is said."""
    draft = speak(decision, state)
    fault: Fault | None = None
    for attempt in range(_TRIES):
        asked = _prompt(decision, state, draft.text, fault)
        try:
            text = _bare("".join(model.stream(asked, _TOKENS)), state)
        except Trouble as trouble:
            return _instead(draft.text, draft.used, trouble.failure, state, attempt)
        fault = fault_in_line(text, decision, state, draft.text)
        if fault is None:
            return Said(text, draft.used, Made("language_model", model.name, asked.digest, replaced=attempt))
    return Said(draft.text, draft.used, Made(replaced=_TRIES))


def _instead(text: str, used: tuple[str, ...], reason: Reason, state: State, replaced: int) -> Said:
    return Said(text, used, Made(notice=notice(reason, state.moment.language), replaced=replaced))


def _bare(text: str, state: State) -> str:
    """The line without the name and the quotation marks that models like to put around it."""
    me = state.scenario.character(state.side).name
    line = text.strip(_QUOTES)
    return line.removeprefix(f"{me}:").strip(_QUOTES)


def _prompt(decision: Decision, state: State, draft: str, fault: Fault | None) -> Prompt:
    language, story = decision.language, state.scenario
    me, other = story.character(state.side), story.character(state.role)
    names = {state.side: me.name, state.role: other.name}
    return prompt(
        "rehearsal_line",
        name=me.name,
        function=me.function if language == "nl" else me.function_en,
        other=other.name,
        language=_LANGUAGES[language],
        temperament=decision.temperament,
        level=decision.level,
        brief=me.brief if language == "nl" else me.brief_en,
        asks="?" in draft,
        longest=LONGEST_LINE,
        fault=fault,
        phase=guideline().phase(decision.phase).name,
        shared=story.shared,
        lines=[{"name": names[line.speaker], "text": line.text} for line in state.transcript[-_RECALLED:]],
        draft=draft,
    )
