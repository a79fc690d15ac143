from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.embedders import embedder, embedder_name
from assistant.errors import PersonError
from assistant.index import index
from assistant.knowledge import search
from assistant.off_topic import topics
from assistant.passages import passages
from assistant.precomputed import load
from assistant.records import records
from assistant.retriever import PassageRetriever
from assistant.scope import scope_of
from assistant.synonyms import Synonyms, expanded
from assistant.tables import parse_table


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("Hoe lang duurt het gesprek?", "duur"),
        ("functioneringsgespek via zoom", "online-gesprek"),
        ("what if i do not agree with what my boss says about me", "oneens-met-feedback"),
        ("wanneer moet het verslag af zijn", "verslag"),
    ],
)
def test_finds_the_passage(question: str, passage: str) -> None:
    assert search(question).passages[0].passage.id == passage


def test_each_passage_is_found_by_its_title() -> None:
    lost = [
        passage.id
        for passage in passages().values()
        if search(passage.title()).passages[0].passage != passage
    ]
    assert lost == []


def test_off_topic_examples_are_out_of_scope() -> None:
    firsts = [topic.questions[0] for topic in topics().values()]
    refused = [scope_of(search(question)) == "abstain" for question in firsts]
    assert sum(refused) >= 0.95 * len(refused)


def test_the_other_side_gives_way() -> None:
    question = "welke vragen zijn handig"
    assert search(question, side="employee").passages[0].passage.id == "vragen-medewerker"
    assert search(question, side="manager").passages[0].passage.id != "vragen-medewerker"


def test_synonyms_add_the_word_of_the_guidance() -> None:
    assert "leidinggevende" in expanded("mijn baas")
    assert expanded("zomaar iets") == "zomaar iets"


def test_a_synonym_stands_in_one_group() -> None:
    twice = '[[groups]]\ncanonical="a"\nsays=["x"]\n[[groups]]\ncanonical="b"\nsays=["x"]\n'
    with pytest.raises(PersonError, match=r"synonyms\.toml: 'x' staat in twee groepen"):
        parse_table(twice, Synonyms, "synonyms.toml")


def test_the_vectors_that_travel_are_those_of_the_content() -> None:
    travelling = load(embedder_name())
    missing = records().keys() - travelling.keys()
    assert missing == set(), "the content has changed: run `make vectors`"
    some = list(records())[:: len(records()) // 20]
    for id, made in zip(some, index().vectors.of(some), strict=True):
        assert sum(a * b for a, b in zip(travelling[id], made, strict=True)) == pytest.approx(1, abs=1e-3)


def test_the_collection_remembers_its_embedder() -> None:
    """A Chroma client that knows nothing of us finds our embedder by the name in the collection."""
    collection = index().vectors._client.get_collection("guidance")
    assert collection.metadata["embedder"] == embedder_name()
    assert collection.configuration["hnsw"]["space"] == "cosine"
    found = collection.query(query_texts=["Hoe lang duurt het gesprek?"], n_results=1)
    assert found["metadatas"][0][0]["owner"] == "duur"


def test_the_retriever_gives_what_search_finds() -> None:
    documents = PassageRetriever(k=3).invoke("Hoe lang duurt het gesprek?")
    assert [document.id for document in documents] == [
        found.passage.id for found in search("Hoe lang duurt het gesprek?").passages[:3]
    ]
    assert PassageRetriever().invoke("hoeveel vakantiedagen heb ik?") == []


def test_many_people_at_once_get_their_own_vectors() -> None:
    questions = [f"vraag nummer {number} over het gesprek" for number in range(40)]
    alone = [embedder().embed_query(question) for question in questions]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(embedder().embed_query, questions))
    assert together == alone
