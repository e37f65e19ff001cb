# `make demo` and `make test` set everything up on a machine that has Python 3.11 to 3.13 and, for the
# enhanced pages and the browser tests, Node 20 and Chromium.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SCRIPT := src/variorum/edition/assets/variorum.js

.PHONY: demo test lint types docs benchmarks clean lock

demo: $(VENV)/.ready $(SCRIPT)
	$(BIN)/variorum demo -o demo.dossier

test: lint types $(SCRIPT)
	$(BIN)/pytest -n 2

lint: $(VENV)/.ready
	$(BIN)/ruff check src tests benchmarks examples
	$(BIN)/ruff format --check src tests benchmarks examples
	$(BIN)/lint-imports

types: $(VENV)/.ready
	$(BIN)/mypy

docs: $(VENV)/.ready
	$(BIN)/python docs/make_reference.py

benchmarks: $(VENV)/.ready
	for name in benchmarks/[a-z]*.py; do $(BIN)/python $$name || exit 1; done

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

# Without Node the pages are built all the same, only without the script that enhances them.
$(SCRIPT): $(wildcard web/src/*.ts web/*.json web/*.ts)
	if command -v npm > /dev/null; then cd web && npm ci --silent && npm run --silent build; \
	else echo "Node is missing: the pages are built without their script"; fi

# The lock file names no index, so that it serves wherever the packages come from.
lock:
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --quiet -o requirements.lock

clean:
	rm -rf $(VENV) web/node_modules $(SCRIPT) demo.dossier
