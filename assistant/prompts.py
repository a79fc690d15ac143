"""Prompts from prompts/*.md: strict templates, and a digest of what a reply was made with."""

from functools import cache
from hashlib import sha256
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined, meta

from assistant.resources import PROMPTS

_RULE = "\n---\n"
_DIGEST = 12  # hexadecimal digits: enough to tell versions of a file apart


class Prompt(NamedTuple):
    """What a model is sent for one job; ``digest`` is of the template, not of what a person typed."""

    job: str
    system: str
    user: str
    digest: str


def prompt(job: str, **values: object) -> Prompt:
    """The prompt of a job: the part above the rule (``---``) is the task, the part below it the material.

    Args:
        job: the name of a file in prompts/, without ``.md``.
        values: exactly the values that the template names.

    Raises:
        ValueError: a value is missing, or one is given that the template does not use.
    """
    template = _template(job)
    if template.names != values.keys():
        odd = sorted(template.names ^ values.keys())
        raise ValueError(f"prompts/{job}.md and its caller disagree about {', '.join(odd)}")
    system, user = (_environment().from_string(part).render(**values).strip() for part in template.parts)
    return Prompt(job, system, user, template.digest)


class _Template(NamedTuple):
    parts: tuple[str, str]
    names: set[str]
    digest: str


@cache
def _template(job: str) -> _Template:
    text = (PROMPTS / f"{job}.md").read_text(encoding="utf-8")
    system, rule, user = text.partition(_RULE)
    if not rule:
        raise ValueError(f"prompts/{job}.md has no line with --- between task and material")
    names = meta.find_undeclared_variables(_environment().parse(text))
    return _Template((system, user), names, sha256(text.encode()).hexdigest()[:_DIGEST])


@cache
def _environment() -> Environment:
    # Nothing is escaped: a prompt is plain text. Values are rendered, never parsed as templates.
    return Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False)
