"""How fast it is, as ratios in one run: ``make bench``. Nothing here passes or fails.

Every command is timed several times and the fastest counts, since noise only ever adds.
"""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROUNDS = 5
QUESTION = "waar moet ik op letten als we het via een scherm doen?"
BARE_PAGE = """
import os
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
import gradio as gr
gr.ChatInterface(lambda message, history: message).launch(server_port=int(os.environ["PORT"]), quiet=True)
"""
SEARCH = f"""
import time
from assistant.knowledge import search
search("warm")
times = []
for _ in range(40):
    start = time.perf_counter()
    search({QUESTION!r})
    times.append(time.perf_counter() - start)
print(sorted(times)[len(times) // 2])
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as cache:
        os.environ |= {"GESPREKSCOACH_CACHE": cache, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        first = timed(ask)
        print(f"first answer on a new machine, index built: {first:.1f} s")
        chroma = fastest(lambda: python("-c", "import chromadb"))
        report("gesprekscoach ask, cold", fastest(ask), "import chromadb", chroma, aim=1.5)
        bare = fastest(lambda: until_it_answers([sys.executable, "-c", BARE_PAGE]), rounds=3)
        page = fastest(lambda: until_it_answers([sys.executable, "-m", "assistant", "serve"]), rounds=3)
        report("page until it answers", page, "bare gr.ChatInterface", bare, aim=1.3)
        print(f"one search, warm, one thread: {1000 * float(python('-c', SEARCH)):.1f} ms (aim 30)")
        print(python("-m", "tests.bench_seam"), end="")


def report(ours: str, seconds: float, theirs: str, reference: float, aim: float) -> None:
    print(f"{ours}: {seconds:.2f} s = {seconds / reference:.2f} x {theirs} ({reference:.2f} s; aim {aim})")


def ask() -> None:
    python("-m", "assistant", "ask", QUESTION, "--json")


def python(*arguments: str) -> str:
    return subprocess.run([sys.executable, *arguments], check=True, capture_output=True, text=True).stdout


def timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def fastest(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    return min(timed(action) for _ in range(rounds))


def until_it_answers(command: list[str], port: int = 7999) -> None:
    server = subprocess.Popen(
        command, env=os.environ | {"PORT": str(port)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not answers(f"http://127.0.0.1:{port}/"):
            assert server.poll() is None, "the server stopped"
            time.sleep(0.02)
    finally:
        server.terminate()
        server.wait()


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    main()
