# Two commands: `make demo` shows what pathwayctl does, `make test` checks that it does it right.
# They need git, make and Python 3.11 or later with its venv module; all else goes into .venv.

PYTHON ?= python3
BIN := .venv/bin
EXAMPLE := build/colorado_sector

.PHONY: demo test bench pictures clean

demo: .venv/tool
	test -f $(EXAMPLE)/pathway.yaml || $(BIN)/pathwayctl init $(EXAMPLE) --example colorado_sector
	$(BIN)/pathwayctl validate $(EXAMPLE)
	$(BIN)/pathwayctl schedule $(EXAMPLE)
	$(BIN)/pathwayctl render $(EXAMPLE)
	@echo
	@echo "Open $(EXAMPLE)/build/index.html in a browser, and print what you need."

test: .venv/dev
	$(BIN)/python -m pytest --numprocesses auto --cov --cov-report=term

bench: .venv/dev
	$(BIN)/python benchmarks/run.py

pictures: .venv/dev
	$(BIN)/python tests/docs/make_pictures.py

clean:
	rm -rf .venv $(EXAMPLE)

# An up-to-date pip writes launchers that start faster than those of old ones.
.venv/tool: pyproject.toml
	$(PYTHON) -m venv --upgrade-deps .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/dev: pyproject.toml
	$(PYTHON) -m venv --upgrade-deps .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@
