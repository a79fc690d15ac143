"""The wheel, in an environment of its own, asked from another folder."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_wheel_answers_from_any_folder(tmp_path: Path, user_folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("gesprekscoach-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "assistant/_data/knowledge/guideline.toml" in names
    assert "assistant/_data/prompts/README.md" in names
    assert "evals/cases/ask.jsonl" in names
    # The dependencies are this environment's; `make test` itself begins with a fresh download of them.
    venv.create(tmp_path / "venv", with_pip=True, system_site_packages=False)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", str(wheel)], check=True)
    packages = [path for path in sys.path if path.endswith("site-packages")]
    site = next((tmp_path / "venv" / "lib").glob("python*/site-packages"))
    (site / "dependencies.pth").write_text("\n".join(packages), encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = subprocess.run(
        [tmp_path / "venv" / "bin" / "gesprekscoach", "ask", "Hoe lang duurt het gesprek?", "--json"],
        cwd=elsewhere,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["sources"][0]["passage"] == "duur"
    located = subprocess.run(
        [python, "-c", "import assistant; print(assistant.__file__)"], cwd=elsewhere, capture_output=True
    )
    assert str(tmp_path).encode() in located.stdout
