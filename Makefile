# Two commands: `make run` sets everything up and serves; `make test` sets up and passes the tests.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
export UV_PYTHON_DOWNLOADS := never
export UV_COMPILE_BYTECODE := 1
export UV_LINK_MODE := copy
unexport PYTHONDONTWRITEBYTECODE VIRTUAL_ENV PYTHONHOME

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev setup-cards run test check browser kills bench eval eval-rhythm docs pictures format lock

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

setup: ## the program and what it needs, in .venv (after it: .venv/bin/wellkept)
	@.ci/setup run

setup-dev: ## the same, with what the tests need
	@.ci/setup dev

setup-cards: setup ## the engine that reads business cards, where make setup could not get it
	$(BIN)/uv pip install -q -p $(VENV) --require-hashes -r requirements/cards.txt

run: setup ## set up and serve at http://127.0.0.1:8000 (more with: make run ARGS="--port 8080 --lan")
	@exec $(BIN)/wellkept serve $(ARGS)

test: setup-dev browser check ## set up, check the code and run all tests (some of them: make test ARGS="tests/formats")
	$(BIN)/python -m pytest -n 2 --dist loadscope $(ARGS)

check: setup-dev ## style, floors, types, settings, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m wellkept.site.checking

browser: ## Chromium for the journeys (as root with apt; else they are skipped, aloud)
	@.ci/browser

kills: setup-dev ## kill the program at random moments and look at what is left (make kills COUNT=500)
	$(BIN)/python -m tests.kills --count $(or $(COUNT),100) $(ARGS)

bench: setup-dev ## speed on a generated network of 30,000 contacts (quickly: make bench SIZE=small)
	$(BIN)/python -m bench --size $(or $(SIZE),full) $(ARGS)

eval: ## how good the guesses are, against others (one part of it: make eval ARGS="--only duplicates")
	@.ci/setup eval .venv-eval
	.venv-eval/bin/python -m evals $(ARGS)

eval-rhythm: ## who comes next, on a log of source,destination,seconds (LOG=file; EGOS=file for some of them): one JSON object
	@.ci/setup dev >&2
	@$(BIN)/python -m evals.rhythm "$(LOG)" $(if $(EGOS),"$(EGOS)")

docs: setup-dev ## write the pages that follow from the code: the export's format, the command line
	$(BIN)/python -m tools.write_docs

pictures: setup-dev browser ## the pictures of the README, of the sample network
	$(BIN)/python -m tools.draw_pictures

format: setup-dev ## put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: setup-dev ## compile requirements/*.txt anew from pyproject.toml; no registry's address gets in
	$(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --extra dev pyproject.toml -o requirements/dev.txt
	$(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --extra cards -c requirements/dev.txt pyproject.toml -o requirements/cards.txt
	$(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --extra eval -c requirements/run.txt -c requirements/cards.txt pyproject.toml -o requirements/eval.txt
