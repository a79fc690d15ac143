"""The only caller of Chroma: opens the collection, keeps it equal to the records, finds the nearest."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

os.environ["ANONYMIZED_TELEMETRY"] = "False"

import chromadb  # noqa: E402 (after the switch above)
from chromadb.api.shared_system_client import SharedSystemClient  # noqa: E402
from chromadb.api.types import Documents, EmbeddingFunction, Embeddings  # noqa: E402
from chromadb.config import Settings as ChromaSettings  # noqa: E402
from chromadb.utils.embedding_functions import register_embedding_function  # noqa: E402

from assistant.embedders import embedder, embedder_name  # noqa: E402
from assistant.errors import PersonError  # noqa: E402
from assistant.precomputed import load  # noqa: E402
from assistant.records import Record  # noqa: E402

COLLECTION = "guidance"
_BATCH = 256
_PRIVATE = ChromaSettings(anonymized_telemetry=False)

Progress = Callable[[int, int], None]
"""Called with the number of texts done and the number to do."""


class Near(NamedTuple):
    """A record's id and its cosine with the question (-1 to 1)."""

    id: str
    cosine: float


@register_embedding_function
class ProductEmbedding(EmbeddingFunction[Documents]):
    """Names our embedder in the collection, else a raw Chroma client reopens it with its own."""

    def __init__(self, embedder_name: str) -> None:
        self._name = embedder_name

    def __call__(self, input: Documents) -> Embeddings:
        """One vector a text."""
        return embedder().embed_documents(list(input))  # type: ignore[return-value]

    @staticmethod
    def name() -> str:
        """The name under which Chroma finds this class."""
        return "gesprekscoach"

    def get_config(self) -> dict[str, Any]:
        """What Chroma keeps in the collection."""
        return {"embedder_name": self._name}

    @staticmethod
    def build_from_config(config: dict[str, Any]) -> "ProductEmbedding":
        """The reverse of ``get_config``."""
        return ProductEmbedding(**config)


class Vectors:
    """The records' vectors, in a folder of this machine or on a Chroma server."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._collection: Any = None

    @classmethod
    def in_folder(cls, folder: Path) -> "Vectors":
        """Vectors kept in ``folder``; any exception of Chroma's when it is damaged."""
        try:
            return cls(chromadb.PersistentClient(str(folder), settings=_PRIVATE))
        except Exception:
            SharedSystemClient.clear_system_cache()  # else Chroma hands out the broken one again
            raise

    @classmethod
    def on_server(cls, url: str) -> "Vectors":
        """Vectors kept by the Chroma server at ``url``; PersonError when it does not answer."""
        parts = urlsplit(url)
        secure = parts.scheme == "https"
        port = parts.port or (443 if secure else 8000)
        try:
            return cls(chromadb.HttpClient(parts.hostname or url, port, ssl=secure, settings=_PRIVATE))
        except Exception as error:
            raise PersonError(
                f"De Chroma-server op {url} antwoordt niet (zie CHROMA_URL).",
                f"The Chroma server at {url} does not answer (see CHROMA_URL).",
            ) from error

    def open(self) -> None:
        """Opens the collection and asks it something; any exception of Chroma's when it is damaged."""
        self._collection = self._client.get_collection(COLLECTION, embedding_function=self._embedding())
        self._collection.peek(1)

    def sync(self, wanted: Mapping[str, Record], progress: Progress) -> None:
        """Makes the collection hold just the wanted records; embeds only those that are new."""
        self._collection = self._for_this_embedder()
        present = set(self._collection.get(include=[])["ids"])
        if stale := sorted(present - wanted.keys()):
            self._collection.delete(ids=stale)
        new = [record for id, record in wanted.items() if id not in present]
        known = load(embedder_name()) if new else {}
        for start in range(0, len(new), _BATCH):
            self._add(new[start : start + _BATCH], known)
            progress(min(start + _BATCH, len(new)), len(new))

    def nearest(self, vector: list[float], count: int) -> list[Near]:
        """The ``count`` records with the highest cosine, best first."""
        found = self._collection.query(query_embeddings=[vector], n_results=count, include=["distances"])
        return [
            Near(id, 1 - distance)
            for id, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        ]

    def of(self, ids: list[str]) -> list[list[float]]:
        """The vectors of these records, in this order."""
        found = self._collection.get(ids=ids, include=["embeddings"])
        by_id = dict(zip(found["ids"], found["embeddings"], strict=True))
        return [by_id[id] for id in ids]

    def close(self) -> None:
        """Lets go of the files."""
        self._client.close()

    def _add(self, batch: list[Record], known: dict[str, list[float]]) -> None:
        unknown = [record for record in batch if record.id not in known]
        made = embedder().embed_documents([record.text for record in unknown]) if unknown else []
        vectors = known | {record.id: vector for record, vector in zip(unknown, made, strict=True)}
        self._collection.add(
            ids=[record.id for record in batch],
            embeddings=[vectors[record.id] for record in batch],
            documents=[record.text for record in batch],
            metadatas=[{"kind": record.kind, "owner": record.owner} for record in batch],
        )

    def _for_this_embedder(self) -> Any:
        name = embedder_name()
        for collection in self._client.list_collections():
            if collection.name == COLLECTION and (collection.metadata or {}).get("embedder") != name:
                self._client.delete_collection(COLLECTION)
        return self._client.get_or_create_collection(
            COLLECTION,
            embedding_function=self._embedding(),
            configuration={"hnsw": {"space": "cosine"}},
            metadata={"embedder": name},
        )

    @staticmethod
    def _embedding() -> Any:  # Chroma wants an embedder of pictures too
        return ProductEmbedding(embedder_name())
