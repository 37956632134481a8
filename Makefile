# Two targets matter: `make copil` runs the main job, `make test` passes the tests.
PYTHON ?= python3.11
VENV := .venv
DEV := .dev
PLAN ?= plans/grand-chambery-2021-2022
RESULTATS ?= resultats/bench
GALERIE ?= resultats/galerie

.PHONY: bench copil test check docs galerie locale verrou

copil: $(VENV)/ready
	$(VENV)/bin/maillage copil $(PLAN)

test: check
	$(DEV)/bin/python -m pytest -n 3 --dist loadfile --cov --cov-report=term

check: $(DEV)/ready
	$(DEV)/bin/ruff check .
	$(DEV)/bin/ruff format --check .
	$(DEV)/bin/mypy

$(VENV)/ready: pyproject.toml requirements/base.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(DEV)/ready: pyproject.toml requirements/dev.txt .ci/system-packages
	sh .ci/system-packages
	$(PYTHON) -m venv $(DEV)
	$(DEV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(DEV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

# Pins every dependency with its hashes, for all platforms; run after a change of pyproject.toml.
verrou: $(DEV)/ready
	$(DEV)/bin/pip install --quiet uv
	$(DEV)/bin/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 --no-header --no-annotate pyproject.toml -o requirements/base.txt
	$(DEV)/bin/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 --no-header --no-annotate pyproject.toml --group pyproject.toml:dev -o requirements/dev.txt

# Times the suite on 1, 10 and 100 made-up plans, NetworkX beside ours: about five minutes.
bench: $(DEV)/ready
	$(DEV)/bin/python -m bench --sortie $(RESULTATS)

# Every picture, of the real plans and of made-up ones at the edges, on one page to look at.
galerie: $(DEV)/ready
	$(DEV)/bin/python -m tests.gallery --sortie $(GALERIE)

# Rewrites the reference pages from the schema, the commands and the queries.
docs: $(DEV)/ready
	data=$$(mktemp -d) && COLUMNS=100 XDG_DATA_HOME=$$data $(DEV)/bin/python -m maillage.reference docs plans; \
	XDG_DATA_HOME=$$data $(DEV)/bin/maillage neo4j arreter

# Compiles the French messages of the command line (needs gettext).
locale:
	msgfmt -o maillage/locale/fr/LC_MESSAGES/messages.mo maillage/locale/fr/LC_MESSAGES/messages.po
