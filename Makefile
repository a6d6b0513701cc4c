# `make run` shows the program with a demo class; `make test` proves it. The rest is listed by `make help`.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

DATA    ?= .build/demo
LISTEN  ?= 127.0.0.1:8080
DATABASE        ?=
PROVINCE_DATA   ?= .build/province
PROVINCE_LISTEN ?= 127.0.0.1:8090
KIOSK   ?= 127.0.0.1:8081
PREFIX  ?= /usr
DESTDIR ?=
BINARY  ?= .build/release/diemdanh
PROVINCE ?= $(dir $(BINARY))diemdanh-province

lists    := kiosk-config/packages
packages := kiosk-config/install-packages.sh
venv     := .build/venv
share    := $(DESTDIR)$(PREFIX)/share/diemdanh
doc      := $(DESTDIR)$(PREFIX)/share/doc/diemdanh
systemd  := $(DESTDIR)$(PREFIX)/lib/systemd/system
units    := diemdanh.service diemdanh.socket diemdanh-tls.socket diemdanh-province.service
accounts := diemdanh diemdanh-province
settings := diemdanh.yaml province.env
suites   := $(wildcard Tests/API Tests/Delivery Tests/Outbox Tests/Browser Tests/Appliance Tests/Faults Tests/Province)

.PHONY: help run province test bench build check format lint deps deps-test install uninstall clean
.DEFAULT_GOAL := help

help:       ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

run: build  ## build, load the demo class once, serve it (LISTEN=, DATA=)
	kiosk-config/demo.sh $(BINARY) $(DATA) $(LISTEN) $(KIOSK)

build: deps ## the release binaries, with the Swift runtime inside
	swift build --configuration release --static-swift-stdlib --product diemdanh
	swift build --configuration release --static-swift-stdlib --product diemdanh-province

province: build     ## serve the province's side, with a PostgreSQL of its own or DATABASE=postgresql://…
	$(packages) $(lists)/province.txt
	kiosk-config/province.sh .build/release/diemdanh-province $(PROVINCE_DATA) $(PROVINCE_LISTEN) '$(DATABASE)'

test: deps-test $(venv)/ready   ## every test: Swift, then browser, appliance and faults on the program just built
	swift build --build-tests
	swift test --skip-build
	for suite in $(suites); do \
	    echo "== $$suite"; \
	    DIEMDANH=$(CURDIR)/.build/debug/diemdanh $(venv)/bin/pytest $$suite; \
	done

bench: build $(venv)/ready      ## the table of targets, each with its reference measured in the same run
	$(packages) $(lists)/bench.txt
	$(MAKE) --directory Tests/Bench
	DIEMDANH=$(CURDIR)/$(BINARY) $(venv)/bin/python Tests/Bench/bench.py

check: lint test    ## format lint, warnings as errors, tests

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

format:     ## lay out the Swift sources by .swift-format
	swift format --in-place --parallel --recursive Package.swift Sources Tests

deps:       ## install what building needs (apt)
	$(packages) $(lists)/build.txt

deps-test:
	$(packages) $(lists)/build.txt $(lists)/test.txt $(lists)/province.txt

$(venv)/ready: Tests/requirements.txt
	$(packages) $(lists)/test.txt
	python3 -m venv $(venv)
	$(venv)/bin/pip install --quiet --requirement $<
	touch $@

$(BINARY) $(PROVINCE):
	$(MAKE) build

# Nothing is enabled or started here: `kiosk-config/README.md` says how. The data folder is never touched.
install: $(BINARY) $(PROVINCE)  ## into DESTDIR and PREFIX: programs, pages, units, accounts, default settings
	install -D --mode=755 --strip $(BINARY) $(DESTDIR)$(PREFIX)/bin/diemdanh
	install -D --mode=755 --strip $(PROVINCE) $(DESTDIR)$(PREFIX)/bin/diemdanh-province
	install -d $(share) $(systemd)
	cp -R --no-preserve=ownership www $(share)/
	cp -R --no-preserve=ownership kiosk-config/share/. $(share)/
	for unit in $(units); do sed 's|/usr/|$(PREFIX)/|g' kiosk-config/systemd/$$unit >$(systemd)/$$unit; done
	for account in $(accounts); do for kind in sysusers.d tmpfiles.d; do \
	    install -D --mode=644 kiosk-config/$$kind/$$account.conf $(DESTDIR)$(PREFIX)/lib/$$kind/$$account.conf; \
	done; done
	install -D --mode=644 --target-directory=$(doc) LICENSE $(wildcard README.md CHANGELOG.md)
	for file in $(settings); do [ -e $(DESTDIR)/etc/diemdanh/$$file ] || install -D --mode=644 \
	    <(sed 's|/usr/|$(PREFIX)/|g' kiosk-config/etc/$$file) $(DESTDIR)/etc/diemdanh/$$file; done

# Settings that were changed stay; so does all data.
uninstall:  ## take away what install put there
	rm -rf $(share) $(doc) $(DESTDIR)$(PREFIX)/bin/diemdanh $(DESTDIR)$(PREFIX)/bin/diemdanh-province
	rm -f $(addprefix $(systemd)/,$(units))
	for account in $(accounts); do \
	    rm -f $(DESTDIR)$(PREFIX)/lib/sysusers.d/$$account.conf $(DESTDIR)$(PREFIX)/lib/tmpfiles.d/$$account.conf; done
	for file in $(settings); do \
	    if cmp -s <(sed 's|/usr/|$(PREFIX)/|g' kiosk-config/etc/$$file) $(DESTDIR)/etc/diemdanh/$$file; \
	    then rm $(DESTDIR)/etc/diemdanh/$$file; fi; done
	[ ! -d $(DESTDIR)/etc/diemdanh ] || rmdir --ignore-fail-on-non-empty $(DESTDIR)/etc/diemdanh

clean:      ## everything that was built, and the demo's data
	rm -rf .build build
