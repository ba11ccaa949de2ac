# Trợ lý CCHC. `make run` and `make test` work on a fresh machine with Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 7860
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test setup setup-dev setup-scan check unit evals test-llm bench results mutants mutation lock samples clean

run: setup  ## install, load samples/ into an empty data folder, serve chat and API
	$(if $(CCHC_DATA_DIR)$(CCHC_FEEDBACK_DIR),,CCHC_FEEDBACK_DIR=evals/inbox )$(BIN)/cchc serve --host $(HOST) --port $(PORT) --load-samples samples

setup: $(VENV)/.installed  ## only the installation

setup-dev: $(VENV)/.installed-dev

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

setup-scan: $(VENV)/.installed-scan  ## adds what reading scanned PDF needs (and: apt-get install tesseract-ocr-vie)

$(VENV)/.installed-scan: requirements-scan.lock $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-scan.lock
	@touch $@

test: setup-dev check unit  ## every check that CI runs

check: setup-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy

unit: setup-dev
	$(BIN)/python -m pytest -n 2

evals: setup-dev  ## run the eval suites; LLM=provider:model asks with a model, MINE=folder your own questions
	$(BIN)/python -m evals$(if $(MINE),.mine $(MINE))$(if $(LLM), --llm $(LLM))

results: setup-dev  ## measure everything, baselines included, and rewrite docs/results.md
	$(BIN)/python -m evals.checkers install
	$(BIN)/python -m evals.page

mutants: setup-dev  ## put errors of twenty kinds into good texts; rewrites docs/checking-results.md
	$(BIN)/python -m evals.mutants

$(VENV)/.installed-mutation: requirements-mutation.lock $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-mutation.lock
	@touch $@

mutation: $(VENV)/.installed-mutation  ## change the figure code a little, count what the unit tests notice; rewrites docs/code-mutation.md
	nice -n 19 $(BIN)/python -m tests.tools.mutation

test-llm: setup-dev  ## ask the eval questions through the chat model of CCHC_LLM and count its sentences
	$(BIN)/python -m benchmarks.phrasing

bench: setup-dev  ## quality and speed beside a plain pipeline, then speed with 1,000 and 10,000 documents
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.scale

lock: setup-dev  ## renew the lock files
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c requirements.lock --group dev pyproject.toml -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c requirements-dev.lock --extra scan pyproject.toml -o requirements-scan.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c requirements-dev.lock --group mutation -o requirements-mutation.lock

samples: setup-dev  ## rebuild samples/ from its script
	$(BIN)/python -m samples.build

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
