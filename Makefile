# make play   the whole story in a browser, without a token   PORT=8080  BROWSER=0 (do not open one)  RESET=1 (begin anew)
# make test   every check and every test                      PYTEST="-k month" (which tests)
# make prove  the long proofs                                 ONLY=name (one of them)
# make bench  the measurements
# make lock   requirements.lock anew from pyproject.toml (needs uv)
# PYTHON=/path/to/python3.12 chooses the interpreter that .venv is made with.

.DEFAULT_GOAL := help
.PHONY: help play test prove bench lock clean setup
MAKEFLAGS += --no-print-directory

VENV := .venv
PY := $(VENV)/bin/python
PYTHON ?=
PORT ?=
BROWSER ?= 1
RESET ?= 0
ONLY ?=
PYTEST ?=
# Two more than there are cores: much of a dialogue is waiting.
WORKERS = $(shell $(PY) -c 'import os; print(min(8, len(os.sched_getaffinity(0)) + 2))')
SCHEMA := bot/playground/fetch_schema.py

help:
	@sed -n '/^#/!q; s/^# //p' Makefile

play: setup
	@exec $(PY) -m bot play \
	  $(if $(PORT),--port $(PORT)) $(if $(filter 0 no false,$(BROWSER)),--no-browser) $(if $(filter 1 yes true,$(RESET)),--reset)

test: setup
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -c 'from importlinter.cli import lint_imports_command as lint; lint()' --no-logo
	$(PY) -m pytest -n $(WORKERS) --dist worksteal $(PYTEST)

prove: setup
	@exec $(PY) -m tests.proofs $(ONLY)

bench: setup
	@exec $(PY) -m tests.bench

lock:
	@command -v uv >/dev/null || { echo 'make lock needs uv on the PATH; everything else works without it.' >&2; exit 1; }
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-build \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --upgrade \
	  --group test pyproject.toml --output-file requirements.lock

clean:
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find bot handlers models tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Makes .venv when it is missing or its interpreter has gone, installs when the lock has changed, compiles what changed.
setup:
	@PYTHON='$(PYTHON)' sh .ci/environment $(VENV)
	@$(PY) -m compileall -q bot handlers models
	@$(if $(wildcard $(SCHEMA)),$(PY) -m bot.playground.fetch_schema)
