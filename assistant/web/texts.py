"""The page's words in both languages, kept as data in knowledge/phrases/page.toml."""

from functools import cache

from assistant.conversation import Language
from assistant.resources import KNOWLEDGE
from assistant.tables import Strict, read_table


class Examples(Strict):
    """Questions to start with, for one side of the table."""

    title: str
    questions: list[str]


class Start(Strict):
    """Something that the coach can do: a button on the first page, and the message that it sends."""

    title: str
    line: str
    message: str


class PageTexts(Strict):
    """The page in one language; what stands between braces is filled in."""

    name: str
    product: str
    tagline: str
    switch: str
    clear: str
    start: str
    start_line: str
    facts_title: str
    fact_ai: str
    fact_source: str
    fact_local: str
    fact_remote: str
    fact_browser: str
    fact_model: str
    model_hidden: str
    model_shown: str
    footer_local: str
    footer_remote: str
    footer_model: str
    earlier: str
    latest: str
    you: str
    coach: str
    question: str
    placeholder: str
    send: str
    stop: str
    copy_button: str
    copied: str
    copy_failed: str
    retry: str
    next: str
    panel: str
    panel_for: str
    panel_none: str
    source: str
    source_open: str
    source_close: str
    source_used: str
    smart_panel: str
    smart_overview: str
    smart_card: str
    smart_card_of: str
    smart_open: str
    smart_met: str
    smart_unmet: str
    smart_show: str
    smart_take: str
    smart_word: str
    smart_calendar: str
    smart_json: str
    smart_text: str
    smart_markdown: str
    smart_files_note: str
    choose: str
    choose_role: str
    choose_employee: str
    choose_manager: str
    choose_own: str
    choose_scenario: str
    choose_level: str
    choose_missing: str
    choose_begin: str
    rehearsal_panel: str
    rehearsal_you: str
    rehearsal_other: str
    rehearsal_phases: str
    rehearsal_box: str
    rehearsal_at: str
    hint_use: str
    out_of_role: str
    duties_employee: str
    duties_manager: str
    duty_done: str
    duty_todo: str
    branch: str
    branch_before: str
    branch_now: str
    debrief_panel: str
    debrief_hint: str
    debrief_picture: str
    debrief_said: str
    debrief_better: str
    debrief_counted: str
    debrief_table: str
    debrief_box: str
    debrief_example_show: str
    debrief_example: str
    debrief_source: str
    debrief_agreements: str
    debrief_smart: str
    debrief_save: str
    debrief_file: str
    debrief_talk: str
    debrief_show: str
    stopped: str
    thinking: str
    waking: str
    indexing: str
    repairing: str
    failed: str
    blank: str
    lost_title: str
    lost: str
    lost_close: str
    starts: list[Start]
    or_ask: str
    examples: list[Examples]


class _Page(Strict):
    nl: PageTexts
    en: PageTexts


@cache
def _page() -> _Page:
    return read_table(KNOWLEDGE / "phrases" / "page.toml", _Page)


def page_texts(language: Language) -> PageTexts:
    """The page's words in this language; the file is read once."""
    return _page().nl if language == "nl" else _page().en
