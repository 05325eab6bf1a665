# relnet: `make run` starts it, `make test` checks it. `make help` lists the rest.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock (Python 3.11 and later, every platform)"

# A stamp is younger than what it was installed from; a change there installs anew.
RUN_STAMP := $(VENV)/installed-run
DEV_STAMP := $(VENV)/installed-dev

.DEFAULT_GOAL := help
.PHONY: help run test bench lock catalogue browser office clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' Makefile | \
		awk -F '|' '{ printf "  %-16s %s\n", $$1, $$2 }'

run: $(RUN_STAMP) ## start relnet in the browser (make run ARGS="my-cases/ --port 8060")
	@$(BIN)/relnet serve $(ARGS)

test: $(DEV_STAMP) browser office ## run every check: style, types, imports, tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest $(ARGS)

bench: $(DEV_STAMP) browser ## measure the speed beside its peers (bench/)
	$(BIN)/python -m bench $(ARGS)

lock: $(DEV_STAMP) ## renew the lock files (make lock ARGS=--upgrade: take the newest)
	$(LOCK) --group build $(ARGS) --output-file requirements.lock
	$(LOCK) --group dev --constraints requirements.lock $(ARGS) --output-file requirements-dev.lock

catalogue: $(DEV_STAMP) ## collect the visible words for translators
	@mkdir -p relnet/locale
	$(BIN)/pybabel extract --sort-by-file --no-location --project relnet \
		--output-file relnet/locale/relnet.pot relnet

browser: $(DEV_STAMP) ## see that there is a browser for the tests, on Debian install one
	@$(BIN)/python -m tests.find_browser || sh .ci/browser

office: $(DEV_STAMP) ## see that there is a LibreOffice for the tests, on Debian install one
	@$(BIN)/python -m tests.find_office || sh .ci/office

clean: ## remove the environment and everything that was made
	rm -rf $(VENV) build dist bench/out .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache *.egg-info

$(VENV)/pyvenv.cfg:
	@command -v $(PYTHON) >/dev/null || { echo "relnet needs Python 3.11 or later, and there \
	is no '$(PYTHON)' here. Install it, or name it: make PYTHON=python3.12 run" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "relnet needs \
	Python 3.11 or later, and '$(PYTHON)' is older. Name another: make PYTHON=python3.12 run" \
	>&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "'$(PYTHON)' cannot make a \
	virtual environment. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): pyproject.toml requirements.lock | $(VENV)/pyvenv.cfg
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_STAMP): pyproject.toml requirements-dev.lock | $(VENV)/pyvenv.cfg
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $(RUN_STAMP) $@
