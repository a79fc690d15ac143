"""The search index in the user's cache folder: built once, updated for what changed, rebuilt when damaged."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from filelock import FileLock

from assistant.chroma import Progress, Vectors
from assistant.classifier import Classifier
from assistant.embedders import embedder_name
from assistant.errors import PersonError
from assistant.lexical import TOKENIZERS, Lexical
from assistant.passages import passages
from assistant.records import records
from assistant.resources import KNOWLEDGE
from assistant.settings import settings

Say = Callable[[str], None]
_LAYOUT = "2"  # raise it when the files in the folder change meaning
_DAMAGED = "De zoekindex was beschadigd. Ik bouw hem opnieuw op."


_index: "Index | None" = None
_opening = Lock()


def _unheard(*_: object) -> None:
    """Nobody listens to the progress."""


class Index:
    """Vectors and lexical scores over the records, in their order, and the map from vectors to passages."""

    def __init__(self, vectors: Vectors, folder: Path) -> None:
        self.vectors: Vectors = vectors
        self.lexical = {name: Lexical.load(name, folder) for name in TOKENIZERS}
        self.classifier = Classifier.load(folder)


def open_index(progress: Progress = _unheard, say: Say = _unheard) -> Index:
    """The index of the records for the embedder in the settings; made first where needed.

    Args:
        progress: hears how far embedding is.
        say: hears one line when a damaged index is rebuilt.

    Raises:
        PersonError: the cache folder can't be written, or the Chroma server is away.
    """
    folder = settings().cache / "index" / embedder_name().replace(":", "-").replace("/", "-")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.with_suffix(".lock")):
            return _current(folder, progress, say)
    except OSError as error:
        raise _cannot_keep(folder, error.strerror or str(error)) from error


def index(progress: Progress = _unheard, say: Say = _unheard) -> Index:
    """The index of this process, opened by the first who asks; see ``open_index``."""
    global _index
    with _opening:
        if _index is None:
            _index = open_index(progress, say)
        return _index


def _current(folder: Path, progress: Progress, say: Say) -> Index:
    """The index, with the folder's lock held: whoever comes second finds it ready."""
    if _stamp(folder).exists():
        try:
            return _ready(folder, progress)
        except PersonError:
            raise
        except Exception as error:  # whatever Chroma, NumPy or SQLite makes of damaged files
            if _is_full_or_locked(error):
                raise
        say(_DAMAGED)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
    try:
        return _ready(folder, progress)
    except (PersonError, OSError):
        raise
    except Exception as error:  # Chroma tells of a full disk in words of its own
        raise _cannot_keep(folder, type(error).__name__) from error


def _cannot_keep(folder: Path, why: str) -> PersonError:
    return PersonError(
        f"Ik kan de zoekindex niet opslaan in {folder} ({why}). "
        "Is de schijf vol? Maak ruimte, of kies een andere map met GESPREKSCOACH_CACHE.",
        f"I can't keep the search index in {folder} ({why}). "
        "Is the disk full? Make room, or choose another folder with GESPREKSCOACH_CACHE.",
    )


def _ready(folder: Path, progress: Progress) -> Index:
    stamp, wanted = _stamp(folder), _fingerprint()
    with _closed_on_error(_vectors(folder)) as vectors:
        if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
            vectors.open()
        else:
            stamp.write_text("busy", encoding="utf-8")  # a killed build goes on from what it has
            _build(folder, vectors, progress)
            stamp.write_text(wanted, encoding="utf-8")
        return Index(vectors, folder)


def _build(folder: Path, vectors: Vectors, progress: Progress) -> None:
    vectors.sync(records(), progress)
    texts = [record.text for record in records().values()]
    for name in TOKENIZERS:
        Lexical.build(name, texts, folder)
    places = {id: place for place, id in enumerate(passages())}
    labels = {
        id: places[record.owner] for id, record in records().items() if record.kind in ("text", "question")
    }
    Classifier.train(vectors.of(list(labels)), list(labels.values()), folder)


@contextmanager
def _closed_on_error(vectors: Vectors) -> Iterator[Vectors]:
    """Lets go of Chroma's files when opening fails, so that they can be replaced."""
    try:
        yield vectors
    except Exception:
        vectors.close()
        raise


def _is_full_or_locked(error: Exception) -> bool:
    return isinstance(error, OSError) and not isinstance(error, FileNotFoundError)


def _vectors(folder: Path) -> Vectors:
    url = settings().chroma_url
    return Vectors.on_server(url) if url else Vectors.in_folder(folder / "chroma")


def _stamp(folder: Path) -> Path:
    return folder / "fingerprint"


def _fingerprint() -> str:
    """Changes with any record, the synonyms, the embedder, the layout or the server."""
    synonyms = (KNOWLEDGE / "synonyms.toml").read_text(encoding="utf-8")
    parts = [_LAYOUT, embedder_name(), settings().chroma_url or "", synonyms, *records()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
