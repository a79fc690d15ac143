"""Pictures of a debrief for the page: who spoke how much, turn by turn, and the rules in a table.

Inline SVG and HTML without scripts; everything that people wrote is escaped.
"""

from collections.abc import Sequence
from html import escape

from assistant.conversation import Language
from assistant.debrief_shapes import Debrief, Finding, PhaseTurns
from assistant.guideline import Role, guideline
from assistant.reading.text import words
from assistant.transcripts import Line
from assistant.voice.debrief import debrief_words, figure

_WIDTH = 640
_TOP = 54
_BAR_ROOM = 90  # height above and below the middle line
_PHASE_HEIGHT = 22
_COLOURS = {"manager": "#1f5d50", "employee": "#d9a05b"}
_PHASE_COLOURS = ("#eef0e9", "#e0e8e1")
_WIDEST = 44  # units; a short conversation has no fatter bars than that
_MARKS = {"kept": "✓", "broken": "→", "not_applicable": "–"}
_SHARE_RULE = "talk_share"
_LETTER = 5.4  # units; a phase that is too narrow for its name shows it as a tooltip only


def turns_picture(debrief: Debrief, lines: Sequence[Line], language: Language = "nl") -> str:
    """An SVG with a bar for every turn: the manager's up, the employee's down, the phases beneath."""
    said = debrief_words().page[language]
    counts = [len(words(line.text)) for line in lines]
    bottom = _TOP + 2 * _BAR_ROOM
    description = said["described"].format(
        manager=figure(debrief.talk_share["manager"], True, language),
        employee=figure(debrief.talk_share["employee"], True, language),
        turns=debrief.turns,
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {bottom + _PHASE_HEIGHT + 8}" '
        f'role="img" aria-label="{escape(description)}" style="width:100%;height:auto;max-width:{_WIDTH}px">',
        f"<title>{escape(said['who'])}</title><desc>{escape(description)}</desc>",
        *_legend(debrief, said, language),
        *(_bar(at, line, counts, said) for at, line in enumerate(lines)),
        f'<line x1="0" x2="{_WIDTH}" y1="{_TOP + _BAR_ROOM}" y2="{_TOP + _BAR_ROOM}" stroke="#8a94a0"/>',
        *_phases(debrief.phases, len(lines), bottom + 4, language),
        "</svg>",
    ]
    return "".join(parts)


def rules_table(debrief: Debrief, language: Language = "nl") -> str:
    """An HTML table with a row for every rule: name, status, figure, and the words it rests on."""
    said = debrief_words().page[language]
    head = "".join(
        f'<th scope="col">{escape(said[key])}</th>' for key in ("rule", "status", "figure", "said")
    )
    rows = "".join(_row(finding, said, language) for finding in debrief.findings)
    return f'<table class="debrief-rules"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _legend(debrief: Debrief, said: dict[str, str], language: Language) -> list[str]:
    """The share of each as one bar on top, with names and percentages."""
    share = debrief.talk_share["manager"]
    split = round(_WIDTH * share, 1)
    labels: list[tuple[int, str, Role]] = [(0, "start", "manager"), (_WIDTH, "end", "employee")]
    texts = [
        f'<text x="{x}" y="14" font-size="13" fill="#2b3440" text-anchor="{anchor}">'
        f"{escape(said[who])} {figure(debrief.talk_share[who], True, language)}</text>"
        for x, anchor, who in labels
    ]
    return [
        *texts,
        f'<rect x="0" y="22" width="{split}" height="14" fill="{_COLOURS["manager"]}"/>',
        f'<rect x="{split}" y="22" width="{round(_WIDTH - split, 1)}" height="14" '
        f'fill="{_COLOURS["employee"]}"/>',
    ]


def _bar(at: int, line: Line, counts: list[int], said: dict[str, str]) -> str:
    step = _WIDTH / max(1, len(counts))
    height = round(_BAR_ROOM * counts[at] / max(1, *counts), 1)
    middle, width = _TOP + _BAR_ROOM, min(step * 0.8, _WIDEST)
    y = middle - height if line.speaker == "manager" else middle
    label = f"{said['turn']} {at + 1}, {said[line.speaker]}: {counts[at]} {said['words']}"
    return (
        f'<rect x="{round((at + 0.5) * step - width / 2, 1)}" y="{round(y, 1)}" width="{round(width, 1)}" '
        f'height="{height}" rx="1.5" fill="{_COLOURS[line.speaker]}"><title>{escape(label)}</title></rect>'
    )


def _phases(phases: Sequence[PhaseTurns], turns: int, y: int, language: Language) -> list[str]:
    step = _WIDTH / max(1, turns)
    drawn = []
    for number, phase in enumerate(phases):
        known = guideline().phase(phase.phase)
        name = known.called(language)
        x, width = round(phase.turns[0] * step, 1), round(len(phase.turns) * step, 1)
        shown = name if width >= _LETTER * len(name) else ""
        drawn.append(
            f'<g><title>{escape(name)}</title><rect x="{x}" y="{y}" width="{width}" height="{_PHASE_HEIGHT}" '
            f'fill="{_PHASE_COLOURS[number % 2]}" stroke="#ffffff"/>'
            f'<text x="{round(x + width / 2, 1)}" y="{y + 15}" font-size="10" fill="#2b3440" '
            f'text-anchor="middle">{escape(shown)}</text></g>'
        )
    return drawn


def _row(finding: Finding, said: dict[str, str], language: Language) -> str:
    share = finding.rule == _SHARE_RULE
    measured = figure(finding.measured, share, language)
    if finding.limit is not None:
        measured += f" / {figure(finding.limit, share, language)}"
    quote = (
        f"“{finding.quotes[0].text}” ({said['turn']} {finding.quotes[0].turn + 1})" if finding.quotes else ""
    )
    status = f"{_MARKS[finding.status]} {said[finding.status]}"
    cells = "".join(f"<td>{escape(text)}</td>" for text in (status, measured, quote))
    return f'<tr class="{finding.status}"><th scope="row">{escape(finding.name)}</th>{cells}</tr>'
