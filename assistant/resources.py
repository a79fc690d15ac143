"""Where the content lives: beside the code in a checkout, inside the package once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent

KNOWLEDGE = _ROOT / "knowledge"
PROMPTS = _ROOT / "prompts"
