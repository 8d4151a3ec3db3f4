# Two commands do all the set-up: `make run` and `make test`.

PYTHON ?= python3
PORT ?= 8000
BIND ?= 127.0.0.1:$(PORT)
WORKERS ?= 2
TEST_DATABASE_URL ?= postgres://postgres@127.0.0.1:5432/postgres

VENV := .venv
PY := $(VENV)/bin/python
MANAGE := $(PY) manage.py

# The local product, served as in production but over plain HTTP on this machine.
LOCAL := DEBUG=0 HTTPS=0 ALLOWED_HOSTS=$${ALLOWED_HOSTS:-localhost,127.0.0.1,[::1]} \
	SECRET_KEY=$${SECRET_KEY:-$$(cat .local/secret-key)}

.PHONY: run admin test test-postgres lint rules fuzz states fuzz-po handbook-pictures messages browser clean

run: $(VENV)/.installed .local/secret-key compiled-messages
	@$(LOCAL) $(MANAGE) migrate --verbosity 0
	@$(LOCAL) $(MANAGE) load_content
	@$(LOCAL) $(MANAGE) load_words
	@$(LOCAL) $(MANAGE) collectstatic --noinput --verbosity 0
	@echo "Amina Guide: http://$(BIND)/   admin: http://$(BIND)/admin/ (make an account with: make admin)"
	@$(LOCAL) exec $(VENV)/bin/gunicorn --pythonpath site --bind $(BIND) --workers $(WORKERS) --no-control-socket config.wsgi

admin: $(VENV)/.installed .local/secret-key
	@$(LOCAL) $(MANAGE) createsuperuser

test: lint rules browser
	$(VENV)/bin/pytest

# The same tests, without the browser's, on a PostgreSQL server.
test-postgres: $(VENV)/.installed-dev compiled-messages
	DATABASE_URL=$(TEST_DATABASE_URL) $(VENV)/bin/pytest apps/guide apps/selfcheck apps/editing -m "not browser"

lint: $(VENV)/.installed-dev compiled-messages
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	PYTHONPATH=.:site $(VENV)/bin/lint-imports
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check

rules: $(VENV)/.installed-dev
	$(PY) -m apps.rules check apps/selfcheck/rulebook

fuzz: $(VENV)/.installed-dev compiled-messages
	FUZZ_REQUESTS=20000 $(VENV)/bin/pytest apps/selfcheck/tests/test_fuzz.py

# 1,000 random histories of saves, imports and restores: every state against a plain recomputation.
states: $(VENV)/.installed-dev compiled-messages
	STATE_SEQUENCES=1000 $(VENV)/bin/pytest apps/guide/tests/test_states.py

# 1,000 damaged PO files: no server error, no half import.
fuzz-po: $(VENV)/.installed-dev compiled-messages
	PO_MUTATIONS=1000 $(VENV)/bin/pytest apps/editing/tests/test_exchange.py

# The pictures of the editors' handbook, taken by the browser test that walks an entry through its life.
handbook-pictures: $(VENV)/.installed-dev compiled-messages browser
	HANDBOOK_PICTURES=docs/handbook $(VENV)/bin/pytest apps/editing/tests/test_walk.py

# For developers who changed a text in the code; needs GNU gettext.
messages: $(VENV)/.installed
	$(MANAGE) makemessages --all --add-location file --no-wrap --ignore .venv

.PHONY: compiled-messages
compiled-messages: $(VENV)/.installed
	@$(PY) -m babel.messages.frontend --quiet compile --directory locale --domain django

browser:
	@.ci/browser

clean:
	rm -rf $(VENV) .local staticfiles db.sqlite3* .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing (on Debian: apt install python3-venv)."; exit 1; }

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	@$(PY) -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@$(PY) -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@

.local/secret-key: | $(VENV)/bin/python
	@mkdir -p .local
	@umask 077 && $(PY) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@
