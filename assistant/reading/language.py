"""Dutch, English or something else.

Most messages are decided by their small words; only what they leave open is put to py3langid,
whose model takes a third of a second to load.
"""

from functools import cache
from typing import Any, Literal

from assistant.reading.text import words

Detected = Literal["nl", "en", "other"]


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DUTCH = _listed(
    """
    ik je jij hij zij ze wij we het een de dat die dit er en of maar niet geen wel ook nog dan als om te
    van voor met naar bij op aan uit over mijn jouw zijn haar ons onze hun wat wie waar hoe wanneer
    waarom welke moet moeten mag mogen kan kun kunnen wil wilt willen ben bent is was heb hebt heeft
    hebben word wordt worden ga gaat gaan doe doet doen zeg zegt hoi hallo dag bedankt dank ja nee nou
    gewoon even hoeveel ge gij da ni u uw mij me zo'n
    """
)
_ENGLISH = _listed(
    """
    i you he she they it a an the that this these there and or but not no yes also then if to of for
    with at by from my your his her our their what who where how when why which must should may can
    could would will want am are is was were have has had do does did don't i'm it's be been being get
    got go going say says hi hello thanks thank please me him them about any some so
    """
)
_OTHERS = ("nl", "en", "de", "fr", "es", "it", "pl", "tr", "pt", "uk", "ru", "ar", "ro", "bg")


def language_of(text: str, default: Detected = "nl") -> Detected:
    """The language of a message; ``default`` where one or two words leave it open."""
    found = [word.lower().replace("’", "'") for word in words(text)]
    dutch, english = (sum(word in small for word in found) for small in (_DUTCH, _ENGLISH))
    if dutch != english and max(dutch, english) * 4 >= len(found):
        return "nl" if dutch > english else "en"
    if len(found) < 3 and text.isascii():
        return default if dutch == english else "nl" if dutch > english else "en"
    label = _identifier().classify(text)[0]
    return label if label in ("nl", "en") else "other"


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(_OTHERS))
    return identifier
