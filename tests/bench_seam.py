"""What the coach adds to a language model: part of ``make bench``, against a server on this machine."""

import re
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from openai import OpenAI

from assistant.coach import Coach
from assistant.provider import Provider
from assistant.voice.language_model import LanguageModel
from tests.provider_server import Handler, Server, says

PAUSE, SIZE = 0.02, 4  # seconds and characters a piece: some fifty tokens a second
PEOPLE = 50
ROUNDS = 7
SENTENCES = [
    "Een functioneringsgesprek duurt meestal 45 tot 60 minuten [1].",
    "Plan het liever te ruim dan te krap [1].",
    "Als leidinggevende plan je na het gesprek niet meteen een andere afspraak [1].",
    "Als medewerker zet je je belangrijkste punt bovenaan [1].",
]
QUESTION = "hoe lang duurt gesprek nummer {number}?"
OWN = "Dat geldt ook voor gesprek nummer {number} [1]."


class Timing(NamedTuple):
    first: float
    whole: float
    text: str


def main() -> None:
    command = [sys.executable, "-m", "tests.bench_seam", "serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:
        assert served.stdout
        address = served.stdout.readline().strip()
        coach = Coach(voice=LanguageModel(Provider("m", address, "k", 30, 60)))
        through_us(coach, 0)
        one_person(coach, address)
        many_people(coach)
        served.kill()


def one_person(coach: Coach, address: str) -> None:
    ours = [through_us(coach, 1) for _ in range(ROUNDS)]
    theirs = [bare(address, 1) for _ in range(ROUNDS)]
    first, reference = median(t.first for t in ours), median(t.first for t in theirs)
    sentence = len(SENTENCES[0]) / SIZE * PAUSE
    extra = 1000 * (first - reference - sentence)
    print(
        f"first shown text: {first:.2f} s; a bare client's first token {reference:.2f} s;"
        f" one sentence {sentence:.2f} s; so we add {extra:.0f} ms (aim 60)"
    )
    whole, bare_whole = median(t.whole for t in ours), median(t.whole for t in theirs)
    print(
        f"whole answer: {whole:.2f} s = {whole / bare_whole:.2f} x a bare client"
        f" ({bare_whole:.2f} s; aim 1.1)"
    )


def many_people(coach: Coach) -> None:
    alone = median(through_us(coach, 2).first for _ in range(ROUNDS))
    with ThreadPoolExecutor(PEOPLE) as pool:
        found = list(pool.map(lambda number: through_us(coach, number), range(PEOPLE)))
    lost = sum(timing.text != whole_text(number) for number, timing in enumerate(found))
    slow = sorted(timing.first for timing in found)[int(PEOPLE * 0.95)]
    print(
        f"{PEOPLE} people at once: {lost} texts lost or mixed up; p95 to first text {slow:.2f} s"
        f" = {slow / alone:.1f} x one alone ({alone:.2f} s; aim 2)"
    )


def through_us(coach: Coach, number: int) -> Timing:
    return timed(reply.text for reply in coach.stream(QUESTION.format(number=number)))


def bare(address: str, number: int) -> Timing:
    client = OpenAI(base_url=address, api_key="k")
    asked = [{"role": "user", "content": QUESTION.format(number=number)}]
    start = time.perf_counter()
    stream = client.chat.completions.create(model="m", messages=asked, stream=True)  # type: ignore[call-overload]
    return timed((chunk.choices[0].delta.content or "" for chunk in stream), start)


def timed(texts: Iterable[str], start: float | None = None) -> Timing:
    start, first, last = start or time.perf_counter(), 0.0, ""
    for text in texts:
        last = text
        if text and not first:
            first = time.perf_counter() - start
    return Timing(first, time.perf_counter() - start, last)


def whole_text(number: int) -> str:
    return " ".join([*SENTENCES, OWN.format(number=number)])


def answer(handler: Handler) -> None:
    asked = handler.server.asked[-1]["messages"][-1]["content"]
    number = re.findall(r"nummer (\d+)", asked)[-1]
    says(whole_text(number), PAUSE, SIZE)(handler)


def median(times: Iterable[float]) -> float:
    found = sorted(times)
    return found[len(found) // 2]


def serve() -> None:
    server = Server(answer)
    print(server.url, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["serve"] else main()
