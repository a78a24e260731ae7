# Cat Tax. `make run` starts the bot, `make test` runs everything that CI runs, `make help` lists the rest.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.SUFFIXES:
.PHONY: help run check migrate bench test docs format lock clean \
  test-environment test-format test-lint test-mypy test-pyright test-imports test-dependencies test-dead-code \
  test-collection test-static test-behaviour

PYTHON ?=
VENV ?= .venv
# Named in pyproject.toml too, for pyright.
TEST_VENV := .venv-test
# More than two cores need: much of a test is waiting for sockets, files and the database.
WORKERS ?= 4
PYTEST_ARGS ?=

RUN := $(VENV)/bin/python
TESTED := $(TEST_VENV)/bin/python
TOOL := $(TEST_VENV)/bin
PLACES := bot cogs tests bench

# $(call environment,FOLDER,REQUIREMENTS): makes FOLDER from the locked file unless it was made from these very lines.
environment = PYTHON="$(PYTHON)" .ci/environment $(1) $(2)

help:  ## say what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /  make \1|/' | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

run:  ## make the environment and start the bot (the playground, when no token is set)
	@$(call environment,$(VENV),requirements.txt)
	@exec $(RUN) -m bot run

check:  ## say what is wrong with the configuration, and how to mend it
	@$(call environment,$(VENV),requirements.txt)
	@$(RUN) -m bot check

migrate:  ## bring the database up to date
	@$(call environment,$(VENV),requirements.txt)
	@$(RUN) -m bot migrate

bench: test-environment  ## measure against the bare libraries; prints the table of docs/performance.md
	@$(TESTED) -m bot bench

test: test-behaviour  ## everything
	@echo "== all of it passed"

# Each step waits for the one before it, so that the first failure stops all, with -j too; but pyright, which needs as
# long as all else before the tests and one core, has the others beside it.
test-environment:
	@$(call environment,$(TEST_VENV),requirements-test.txt)

test-format: test-environment
	@echo "== format"
	@$(TOOL)/ruff format --check $(PLACES)

test-lint: test-format
	@echo "== lint"
	@$(TOOL)/ruff check $(PLACES)

test-mypy: test-lint
	@echo "== types: mypy"
	@$(TOOL)/mypy

test-pyright: test-lint
	@echo "== types: pyright"
	@$(TOOL)/pyright

test-imports: test-mypy
	@echo "== who may know whom"
	@$(TOOL)/lint-imports --no-cache

test-dependencies: test-imports
	@echo "== dependencies"
	@$(TOOL)/deptry bot cogs

test-dead-code: test-dependencies
	@echo "== dead code"
	@$(TOOL)/vulture

# Has pytest's own bytecode of the tests written once, while a core is free, and not by each worker at the same time.
# What cannot be collected fails below, with the reason.
test-collection: test-dead-code
	@echo "== collection"
	@$(TOOL)/pytest --collect-only -q | tail -n 1

# A make of its own, for these alone: what runs below `make -j` is told so, and tests start processes.
test-static:
	@$(MAKE) --no-print-directory -j2 test-pyright test-collection

test-behaviour: test-static
	@echo "== behaviour"
	@$(TOOL)/pytest -n $(WORKERS) --dist worksteal $(PYTEST_ARGS)

docs: test-environment  ## write the generated documents anew
	@$(TESTED) -m tests.bot.documents

format: test-environment  ## put the code into its form
	@$(TOOL)/ruff check --fix --select I $(PLACES)
	@$(TOOL)/ruff format $(PLACES)

LOCK := $(TOOL)/uv pip compile pyproject.toml --extra recogniser --universal --python-version 3.11 --generate-hashes --no-strip-markers \
  --custom-compile-command "make lock" --quiet $(LOCK_ARGS)

lock: test-environment  ## write requirements*.txt anew from pyproject.toml (LOCK_ARGS=--upgrade for newer versions)
	@$(LOCK) --output-file requirements.txt
	@$(LOCK) --group test --constraint requirements.txt --output-file requirements-test.txt
	@echo "written: requirements.txt, requirements-test.txt"

clean:  ## remove the environments and caches, never the data
	@rm -rf $(VENV) $(TEST_VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find $(PLACES) -name __pycache__ -type d -prune -exec rm -rf {} +
