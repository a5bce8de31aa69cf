# make brief      everything a fresh machine needs, then the brief of seeds/; ends with the path of the PDF
# make test       everything CI runs: ruff, mypy, the tests but the slow ones
# make test-all   the slow tests too; installs the browser and the word processor they look through
# make eval       how good the briefs are, next to baselines; writes the tables into README.md
# make floors     raises the floors under what our own topics reach (never lowers one)
# make bench      time and memory of a cold build, next to WeasyPrint alone
# make pictures   takes the pictures anew that pages are compared with; look at them
# make fuzz       searches for ten minutes for a file that breaks a reader (installs atheris)
# make format     puts the code into shape
# make lock       works out the lock files anew (needs uv)
# make clean      removes what was installed and what tools left behind; reports/ stays
# PYTHON=/path/to/python chooses another Python; TOPIC=folder another topic for `make brief`.

.PHONY: brief test test-all check eval floors bench pictures fuzz format lock clean
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
TOPIC := seeds
PYTHON := $(shell for python in python3.14 python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
# As many at a time as there are cores; the tests of a file stay together, for they share what they build.
PYTEST := $(BIN)/pytest --numprocesses auto --dist loadfile
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --quiet

brief: $(VENV)/ready
	@$(BIN)/brief build $(TOPIC)

# A lock holds every package with its hashes, so a package that was swapped on the way is refused.
$(VENV)/ready: requirements.lock pyproject.toml .ci/system-libraries
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer is needed and was not found; install it or name it: make PYTHON=/path/to/python' >&2; exit 1; }
	@.ci/system-libraries $(PYTHON)
	@echo 'Installing into $(VENV), once'
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) --require-hashes --requirement requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/ready-to-test: $(VENV)/ready requirements-dev.lock
	@$(PIP) --require-hashes --requirement requirements-dev.lock
	@touch $@

check: $(VENV)/ready-to-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

test: check
	$(PYTEST) -m 'not slow'

test-all: check
	@.ci/test-programs
	$(PYTEST)

# A test refuses a README that tells other figures than the code gives.
eval: $(VENV)/ready-to-test
	@$(BIN)/python -m tests.evaluation --write

floors: $(VENV)/ready-to-test
	@$(BIN)/python -m tests.evaluation --raise-floors

bench: $(VENV)/ready-to-test
	@$(BIN)/python tests/bench.py $(TOPIC)
	@$(BIN)/python -m tests.bench_print $(TOPIC)
	@$(BIN)/python -m tests.bench_weekly

pictures: $(VENV)/ready-to-test
	@$(BIN)/python -m tests.pictures

# Not in the lock: it needs a compiler on some machines, and only this search uses it.
fuzz: $(VENV)/ready-to-test
	@$(PIP) 'atheris>=3.0'
	@$(BIN)/python tests/fuzz.py build/fuzz -max_total_time=600 -rss_limit_mb=2048 -timeout=60

format: $(VENV)/ready-to-test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --quiet \
	--no-config --custom-compile-command 'make lock'
lock:
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group build --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
