# make run | test | compiled | quotes FILE=… | evaluate | floors | bench | model | readme
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
FILE ?= examples/vizmu.txt

.PHONY: run test lint compiled quotes evaluate floors bench model readme clean
.DELETE_ON_ERROR:

$(BIN)/python:
	@python=$$(tools/find-python) && "$$python" -m venv --clear $(VENV)

# Each stamp holds until its list of pins changes.
$(VENV)/runtime.stamp: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing the pinned requirements (a minute or two, once) …" >&2
	@$(PIP) -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/runtime.stamp
	@$(PIP) -r requirements-dev.txt
	@touch $@

run: $(VENV)/runtime.stamp
	@exec $(BIN)/quoteservice serve

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

test: lint
	@tools/ensure-chromium
	$(BIN)/python -m pytest

# A faster copy of the package in build/compiled, tried on the sentences (needs a C compiler, takes some minutes).
compiled: $(VENV)/dev.stamp
	@rm -rf build/compiled
	@$(BIN)/python tools/compile.py build/compiled
	@$(BIN)/python -m pytest -o pythonpath="build/compiled ." tests/test_sentences.py tests/test_pipeline.py tests/search

quotes: $(VENV)/runtime.stamp
	@$(BIN)/quoteservice quotes "$(FILE)"

evaluate: $(VENV)/dev.stamp
	@$(BIN)/python -m evaluation

floors: $(VENV)/dev.stamp
	@$(BIN)/python -m evaluation --check

bench: $(VENV)/dev.stamp
	@$(BIN)/python -m benchmarks

model: $(VENV)/dev.stamp
	@$(PIP) -r training/requirements.txt
	@$(BIN)/python -m training.build

readme: $(VENV)/dev.stamp
	@$(BIN)/python -m tools.update_readme

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
