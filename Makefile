# Two commands do all the set-up: `make run` and `make test`.

PYTHON ?= python3
PORT ?= 8000
BIND ?= 127.0.0.1:$(PORT)
WORKERS ?= 2
TEST_DATABASE_URL ?= postgres://postgres@127.0.0.1:5432/postgres

RULEBOOK := apps/amina/rulebook
RECORD := apps/amina/changes.json

EVERY_CORE := --numprocesses auto --dist worksteal

VENV := .venv
PY := $(VENV)/bin/python
MANAGE := $(PY) manage.py

# The local product, served as in production but over plain HTTP on this machine.
LOCAL := DEBUG=0 HTTPS=0 SITE_ADDRESS=$${SITE_ADDRESS:-http://$(BIND)} ALLOWED_HOSTS=$${ALLOWED_HOSTS:-localhost,127.0.0.1,[::1]} \
	SECRET_KEY=$${SECRET_KEY:-$$(cat .local/secret-key)}

.PHONY: run export booklets cards admin test test-slow test-postgres lint rules record prove bench siege page-costs bench-search search-figures search-phone fuzz axe states fuzz-po handbook-pictures lighthouse messages browser requirements vendored known-faults clean

run: $(VENV)/.installed .local/secret-key
	@case "$(BIND)" in 127.*|localhost:*|"[::1]:"*) ;; *) test -n "$$SECRET_KEY" -a -n "$$ALLOWED_HOSTS" || \
		{ echo "For others than this machine, set SECRET_KEY and ALLOWED_HOSTS: see the README."; exit 1; };; esac
	@$(LOCAL) $(MANAGE) set_up
	@echo "Amina Guide: http://$(BIND)/   admin: http://$(BIND)/admin/ (make an account with: make admin)"
	@$(LOCAL) BIND=$(BIND) WORKERS=$(WORKERS) exec $(VENV)/bin/gunicorn --config deploy/gunicorn.conf.py

# The whole public site as files for any web server, below any path: make export FOLDER=… SITE_ADDRESS=https://….
FOLDER ?= .local/site
export: $(VENV)/.installed .local/secret-key compiled-messages
	@$(LOCAL) $(MANAGE) collectstatic --noinput --verbosity 0
	@$(LOCAL) $(MANAGE) export_site $(FOLDER)

# The booklets as PDF, to read and to fold; needs Debian's libpango-1.0-0 and its Noto fonts.
booklets: $(VENV)/.installed-dev .local/secret-key compiled-messages
	@$(LOCAL) $(MANAGE) collectstatic --noinput --verbosity 0
	@$(LOCAL) $(MANAGE) make_booklets .local/booklets

# Every picture card of every entry, topic and language that is not painted yet: how many, how heavy, in what time.
cards: $(VENV)/.installed .local/secret-key compiled-messages
	@$(LOCAL) $(MANAGE) make_cards

admin: $(VENV)/.installed .local/secret-key
	@$(LOCAL) $(MANAGE) createsuperuser

# Whole languages rendered, walked in a browser, or served by a real server: minutes each, so they run by themselves.
SLOW := $(wildcard apps/offline/tests/test_*.py apps/mirrors/tests/test_*.py apps/publishing/tests/test_*.py) \
	$(foreach name,search_field search_page phone,apps/finding/tests/test_$(name).py) \
	$(foreach name,browser phone_floor phone_privacy phone_rainy_day phone_pages paper,apps/selfcheck/tests/test_$(name).py) \
	apps/guide/tests/test_first_screen.py apps/handouts/tests/test_paper_and_chats.py \
	apps/asking/tests/test_walk.py apps/opendata/tests/test_frame.py \
	$(foreach name,walk week newcomers desk_in_browser desk_pages drafts every_view reviewing_a_language programs two_people batches spreadsheet,apps/editing/tests/test_$(name).py)

# Every core of the machine takes its share; to run one test, call .venv/bin/pytest itself.
test: lint rules browser
	$(VENV)/bin/pytest $(EVERY_CORE) $(SLOW:%=--ignore=%)

test-slow: $(VENV)/.installed-dev compiled-messages browser
	$(VENV)/bin/pytest $(EVERY_CORE) $(SLOW)
	EVERY_LANGUAGE=1 $(VENV)/bin/pytest apps/guide/tests/test_pages.py $(EVERY_CORE)

# The tests on a PostgreSQL server: those that are about rows, not about texts, rules, pages or what a role may do.
NO_ROWS := languages phrases people mutation fuzz uzbek content reading wordings pages exchange deadlines roles links diffs \
	every_view reviewing_a_language programs exporting queue show_translations kinds_of_wrong
test-postgres: $(VENV)/.installed-dev compiled-messages
	DATABASE_URL=$(TEST_DATABASE_URL) $(VENV)/bin/pytest apps/translations apps/guide apps/amina apps/editing apps/asking apps/news \
		$(foreach name,backups going_away remembering,apps/publishing/tests/test_$(name).py) \
		-m "not browser" $(EVERY_CORE) $(NO_ROWS:%=--ignore-glob "*/test_%.py")

lint: $(VENV)/.installed-dev compiled-messages
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	PYTHONPATH=.:site $(VENV)/bin/lint-imports
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check
	@.ci/scripts

rules: $(VENV)/.installed-dev
	$(PY) -m apps.rules check $(RULEBOOK) --phrases apps/amina/phrases --record $(RECORD)

# After a change of the rulebook: write down whom it touches, compared with the rulebook as it was recorded last.
record: $(VENV)/.installed-dev
	@rm -rf .local/recorded && mkdir -p .local/recorded
	@git archive $$(git log -1 --format=%H -- $(RECORD)) $(RULEBOOK) apps/guide/content/sources.toml | tar -x -C .local/recorded
	$(PY) -m apps.rules record $(RULEBOOK) $(RECORD) --old .local/recorded/$(RULEBOOK)

# 10,000 random rulebooks a property, against brute force over all completions.
prove: $(VENV)/.installed-dev
	RANDOM_RULEBOOKS=10000 $(VENV)/bin/pytest -q apps/rules/tests/test_exactness.py apps/rules/tests/test_bullets.py apps/rules/tests/test_checks.py $(EVERY_CORE)

# Our library beside its peers; they live in an environment of their own. Publicodes runs only where Node is.
bench:
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements-bench.txt
	@command -v npm >/dev/null && npm install --silent --no-save --no-package-lock publicodes@1.10.3 || true
	@.venv-bench/bin/python -m benchmarks docs/benchmarks.md

# What the search finds of the questions in apps/search/tests/queries, beside what is wanted.
search-figures: $(VENV)/.installed
	PYTHONPATH=.:site DJANGO_SETTINGS_MODULE=config.settings $(PY) -m benchmarks.search docs/search.md

# How long a phone takes: Chromium slowed six times.
search-phone: $(VENV)/.installed-dev browser
	PYTHONPATH=.:site DJANGO_SETTINGS_MODULE=config.settings $(PY) -m benchmarks.search.phone

# The same beside other searches; those for browsers run only where Node is.
bench-search: $(VENV)/.installed
	@command -v npm >/dev/null && npm install --silent --no-save --no-package-lock minisearch@7.2.0 fuse.js@7.1.0 flexsearch@0.8.212 @leeoniya/ufuzzy@1.0.19 || true
	TEST_DATABASE_URL=$(TEST_DATABASE_URL) PYTHONPATH=.:site DJANGO_SETTINGS_MODULE=config.settings $(PY) -m benchmarks.search.beside docs/search-peers.md

# The whole stack besieged: PostgreSQL, Redis, two nodes, nginx. REQUESTS=1000000 WITHOUT_DATABASE=300 for the full one.
REQUESTS ?= 20000
WITHOUT_DATABASE ?= 20
siege: $(VENV)/.installed compiled-messages
	@$(PY) -m benchmarks.siege $(REQUESTS) $(WITHOUT_DATABASE)

# What a page costs that nobody has asked for yet, and a served one; TIMES=100 for so many times as many entries.
TIMES ?= 1
CODES ?= ky
page-costs: $(VENV)/.installed .local/secret-key compiled-messages
	@$(LOCAL) $(MANAGE) collectstatic --noinput --verbosity 0
	@$(LOCAL) PYTHONPATH=.:site DJANGO_SETTINGS_MODULE=config.settings $(PY) -m benchmarks.pages $(TIMES) $(CODES)

fuzz: $(VENV)/.installed-dev compiled-messages
	FUZZ_REQUESTS=20000 $(VENV)/bin/pytest apps/selfcheck/tests/test_fuzz.py apps/asking/tests/test_fuzz.py

# Needs Node 18+ and a running site (make run); nothing of it is part of the product. RESULT is a share code.
RESULT ?= 848.Yt15ncp_v5se0auM.r
lighthouse:
	@for page in "" q/moved/ check/ "check/#$(RESULT)"; do \
		CHROME_PATH=$${CHROME_PATH:-/usr/bin/chromium} npx --yes lighthouse@12.8.2 "http://$(BIND)/ky/$$page" --quiet \
			--chrome-flags="--headless=new --no-sandbox --disable-gpu" --output json --output-path stdout \
		| $(PY) -c 'import json, sys; r = json.load(sys.stdin); print(r["finalDisplayedUrl"], {c: round(100 * v["score"]) for c, v in r["categories"].items()})'; \
	done

# Every kind of page in every language, light and dark, and at twice the letter size.
axe: $(VENV)/.installed-dev compiled-messages browser
	EVERY_LANGUAGE=1 $(VENV)/bin/pytest apps/offline/tests/test_accessibility.py $(EVERY_CORE)

# 1,000 random histories of saves, imports and restores: every state against a plain recomputation.
states: $(VENV)/.installed-dev compiled-messages
	STATE_SEQUENCES=1000 $(VENV)/bin/pytest apps/translations/tests/test_states.py

# 1,000 damaged PO files: no server error, no half import.
fuzz-po: $(VENV)/.installed-dev compiled-messages
	EVERY_LANGUAGE=1 PO_MUTATIONS=1000 $(VENV)/bin/pytest apps/editing/tests/test_exchange.py $(EVERY_CORE)

# The pictures of the editors' handbook, taken by the browser test that walks an entry through its life.
handbook-pictures: $(VENV)/.installed-dev compiled-messages browser
	HANDBOOK_PICTURES=docs/handbook $(VENV)/bin/pytest $(foreach name,walk week newcomers desk_in_browser,apps/editing/tests/test_$(name).py)

# For developers who changed a text in the code; needs GNU gettext.
messages: $(VENV)/.installed
	$(MANAGE) makemessages --all --add-location file --no-wrap --ignore .venv

# After a change of a .in file: every version and its hashes, also of what those bring along.
UV := .local/uv/bin/uv
LOCK = $(UV) pip compile --quiet --generate-hashes --python-version 3.11 --no-header
requirements: $(UV)
	@$(LOCK) --output-file requirements.txt requirements.in
	@$(LOCK) --constraint requirements.txt --output-file requirements-dev.txt requirements-dev.in

# Scripts of others that browsers load, as their makers publish them; the version stands here and nowhere else.
LEAN_QR := lean-qr-2.7.4
vendored:
	@mkdir -p .local/vendored && cd .local/vendored && npm pack --silent $(subst qr-,qr@,$(LEAN_QR)) && tar -xzf $(LEAN_QR).tgz
	@{ printf '/*! $(LEAN_QR), nano; MIT, Copyright (c) David Evans, https://github.com/davidje13/lean-qr */\n'; \
		cat .local/vendored/package/nano.mjs; } > static/vendor/lean-qr.js
	@cp .local/vendored/package/LICENSE static/vendor/lean-qr.LICENSE

# Known faults of what the site runs on, from the advisories of the Python Packaging Authority. Strict: what could not be
# asked about would otherwise be left out, and all the rest called free of faults.
known-faults: $(UV)
	@$(UV) tool run --quiet pip-audit@2.10.0 --requirement requirements.txt --disable-pip --strict || \
		{ echo "Either faults are named above, or the advisories could not be asked: then nothing is known."; exit 1; }

$(UV): | $(VENV)/bin/python
	@$(PYTHON) -m venv .local/uv && .local/uv/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9

.PHONY: compiled-messages
compiled-messages: $(VENV)/.installed
	@$(MANAGE) compile_catalogues

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
