# adfleet: plain `make` lists what there is.
.DEFAULT_GOAL := help
ADFLEET := @exec deploy/local/adfleet
export WORLD DATA PORT S WHO NAME ONLY TOPIC

.PHONY: help run up down status start stop logs dev reset demo-token verify replay test check bench edges e2e build format migration

help: ## this list
	@sed -n 's/^\([a-z0-9-]*\):[^#]*## \(.*\)/\1	\2/p' Makefile | awk -F '	' '{printf "make %-12s %s\n", $$1, $$2}'
	@echo
	@echo "WORLD=<folder> the ad accounts of the first start · DATA=<folder> (.data) · PORT=<base port> (8080)"

run: ## start everything here; Ctrl-C stops it [WORLD= DATA= PORT=]
	$(ADFLEET) run

up: ## start everything in the background [WORLD= DATA= PORT=]
	$(ADFLEET) up

down: ## stop everything
	$(ADFLEET) down

status: ## every part and service: version, port, age, health
	$(ADFLEET) status

start: ## start one part or service, e.g. S=snapshot-store
	$(ADFLEET) start

stop: ## stop one part or service, e.g. S=snapshot-store
	$(ADFLEET) stop

logs: ## follow the log of one part or service, or of all [S=snapshot-store]
	$(ADFLEET) logs

dev: ## the fleet, and one service anew whenever its sources change, e.g. S=snapshot-store
	$(ADFLEET) dev

reset: ## stop everything and delete the data
	$(ADFLEET) reset

demo-token: ## print an API token of the demo workspace's owner [WHO=second]
	$(ADFLEET) demo-token

verify: ## compare every figure with what the ad platforms say
	$(ADFLEET) verify

replay: ## say a topic's dead letters again, e.g. TOPIC=adfleet.ingest.readings.v1
	$(ADFLEET) replay

test: ## all tests on real parts, one summary
	$(ADFLEET) test

check: ## format, compile and the rules of the house, without real parts
	$(ADFLEET) check

bench: ## measure the fleet [ONLY=readings|insights|dashboard|live|start]
	$(ADFLEET) bench

edges: ## ask the running fleet for what nobody should get
	$(ADFLEET) edges

e2e: ## walk a newcomer's first path in a real browser, on the running fleet
	$(ADFLEET) e2e

build: ## build what has changed
	$(ADFLEET) build

format: ## format all Java sources
	@JAVA_HOME=$$(deploy/local/jdk) mvn -B -ntp -q spotless:apply

migration: ## begin a migration, e.g. S=snapshot-store NAME=add_notes
	@test -n "$(S)" -a -n "$(NAME)" || { echo "say S=<service> NAME=<imperative_phrase>"; exit 1; }
	@file=services/$(S)/src/main/resources/db/migration/V$$(date -u +%Y%m%d%H%M)__$(NAME).sql; touch "$$file" && echo "$$file"
