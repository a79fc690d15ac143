import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.settings import Settings

ASK = [sys.executable, "-m", "assistant", "ask", "Hoe lang duurt het gesprek?", "--json"]


def environment(cache: Path) -> dict[str, str]:
    return os.environ | {"GESPREKSCOACH_CACHE": str(cache)}


def ask(cache: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(ASK, env=environment(cache), capture_output=True, text=True, check=False)


def answered(run: subprocess.CompletedProcess[str]) -> bool:
    return run.returncode == 0 and json.loads(run.stdout)["sources"][0]["passage"] == "duur"


def test_two_processes_at_once(tmp_path: Path) -> None:
    both = [
        subprocess.Popen(ASK, env=environment(tmp_path), stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    outputs = [process.communicate(timeout=300)[0] for process in both]
    assert all(json.loads(output)["sources"][0]["passage"] == "duur" for output in outputs)


def test_a_killed_build_is_made_again(tmp_path: Path) -> None:
    process = subprocess.Popen(
        ASK, env=environment(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while not list(tmp_path.glob("index/*/chroma/*.sqlite3")):
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert answered(ask(tmp_path))


@pytest.mark.parametrize("victim", ["chroma/chroma.sqlite3", "classifier.npz", "stems/params.index.json"])
@pytest.mark.parametrize("damage", [b"not what it was", None])
def test_a_damaged_index_is_rebuilt_and_says_so(tmp_path: Path, victim: str, damage: bytes | None) -> None:
    assert answered(ask(tmp_path))
    (file,) = tmp_path.glob(f"index/*/{victim}")
    file.unlink() if damage is None else file.write_bytes(damage)
    run = ask(tmp_path)
    assert answered(run)
    assert "beschadigd" in run.stderr
    assert "Traceback" not in run.stderr


def test_an_index_that_is_ready_is_left_alone(user_folder: Path) -> None:
    assert answered(ask(user_folder))
    (stamp,) = user_folder.glob("index/*/fingerprint")
    before = stamp.stat().st_mtime_ns
    assert answered(ask(user_folder))
    assert stamp.stat().st_mtime_ns == before


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    run = ask(tmp_path / "file")
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.startswith("gesprekscoach: Ik kan de zoekindex niet opslaan")
    assert run.stderr.count("\n") == 1


def test_a_full_disk_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from assistant import index
    from assistant.chroma import Vectors
    from assistant.errors import PersonError

    def full(*_: object) -> None:
        raise RuntimeError("database or disk is full")

    monkeypatch.setattr(Vectors, "sync", full)
    heard: list[str] = []
    monkeypatch.setattr(index, "settings", lambda: Settings(cache=tmp_path))
    with pytest.raises(PersonError, match="Is de schijf vol"):
        index.open_index(say=heard.append)
    assert heard == []
