"""The language model that the settings describe: one at an endpoint, or a file to serve here."""

from pathlib import Path

from assistant.destination import OPENAI, is_file
from assistant.local_model import LocalModel
from assistant.model import Model
from assistant.private_model import PrivateModel
from assistant.provider import Provider
from assistant.settings import Settings


def configured_model(now: Settings) -> Model:
    """The model, with stand-ins for people before it where the settings or its place ask for them.

    Raises:
        PersonError: a file that can't be served is named.
    """
    named = str(now.model)
    limits = (now.first_words, now.whole_reply)
    model: Model
    if is_file(named):
        model = LocalModel(Path(named).expanduser(), *limits)
    else:
        key = now.openai_api_key or "none"  # servers of one's own want none, and the client wants one
        model = Provider(named, now.openai_base_url or OPENAI, key, *limits)
    wanted = now.stand_ins
    return PrivateModel(model) if wanted or (wanted is None and not model.local) else model
