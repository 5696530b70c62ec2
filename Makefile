# Two commands do everything: `make demo` makes the example campaign, `make test` passes the tests.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
export BOTTEGA_HOME ?= .bottega

.PHONY: demo test check format bench clean graph

$(VENV)/.run: pyproject.toml constraints.txt requirements-embed.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Bottega needs Python 3.11 or newer; set PYTHON=python3.x"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@echo "Installing Bottega's packages (about 1 GB, once) ..."
	$(PY) -m pip install -q --disable-pip-version-check -c constraints.txt -r requirements.txt
	$(PY) -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements-embed.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(PY) -m pip install -q --disable-pip-version-check -c constraints.txt -r requirements-dev.txt
	@touch $@

demo: $(VENV)/.run  ## Set up, then make the example campaign.
	$(PY) main.py make examples/sunsip.yaml --yes

test: $(VENV)/.dev  ## Set up, then run every test that this machine can run; says what it left out.
	$(PY) -m pytest -n auto --dist loadfile

check: $(VENV)/.dev  ## What a change must pass first.
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PY) -m pytest -n auto --dist loadfile -q -m "not slow"

format: $(VENV)/.dev
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

bench: $(VENV)/.dev  ## All figures, side by side, in one run.
	$(PY) -m benchmarks.campaign
	$(PY) -m benchmarks.video
	$(PY) -m benchmarks.video --all-families

graph: $(VENV)/.run  ## Redraw docs/graph.mmd from the code.
	$(PY) main.py graph > docs/graph.mmd

clean:
	rm -rf $(VENV) .bottega deliverables
