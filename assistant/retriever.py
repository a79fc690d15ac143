"""The same search as a LangChain retriever, for chains.

The product calls ``knowledge.search`` itself: importing LangChain's retriever takes half as long again as
importing Chroma, which a single question on the command line would have to wait for.
"""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from assistant.conversation import Language
from assistant.knowledge import search
from assistant.scope import scope_of


class PassageRetriever(BaseRetriever):
    """Gives at most ``k`` passages, best first; none for what the guidance is not about."""

    k: int = 5
    language: Language = "nl"

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        findings = search(query)
        if scope_of(findings) == "abstain":
            return []
        return [
            Document(
                page_content=found.passage.texts[self.language],
                metadata={
                    "passage": found.passage.id,
                    "title": found.passage.title(self.language),
                    "source": found.passage.source,
                    "score": found.score,
                },
                id=found.passage.id,
            )
            for found in findings.passages[: self.k]
        ]
