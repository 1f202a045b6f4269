# Two commands matter: "make run" and "make test". Everything else is Maven's.

SERVICES := domain-registry dns-verifier mail-gateway
JARS     := deploy/local/target/local.jar $(SERVICES:%=%/target/quarkus-app/quarkus-run.jar)
STAMP    := target/packaged

# Folders are listed too: theirs is the time at which a file was added or removed.
SOURCES  := pom.xml $(wildcard */pom.xml deploy/*/pom.xml) \
            $(shell find events deploy/local $(SERVICES) -path '*/src/main/*' 2>/dev/null)

# A warning about Maven's own libraries that nobody here can act upon.
QUIET_JVM := --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED

FIND_JDK := jdk=$$(deploy/local/bin/jdk25) || exit 1
FIND_MVN := command -v mvn >/dev/null || { echo "Maven is needed and was not found: install it (3.8.6 or later) so that \"mvn\" is on the PATH." >&2; exit 1; }
# The names that the tests look for; "make test BROWSER=none" leaves out those that need one, and says so.
FIND_BROWSER := if [ "$(BROWSER)" = none ]; then echo "The tests in a browser are left out."; \
  elif { [ -x "$$CHROMIUM" ] || command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null && \
    { [ -x "$$CHROMEDRIVER" ] || command -v chromedriver; } >/dev/null; then :; \
  else echo "Chromium and its driver are needed and were not found: install them (Debian: apt-get install chromium chromium-driver), name them in CHROMIUM and CHROMEDRIVER, or leave the tests in a browser out with \"make test BROWSER=none\"." >&2; exit 1; fi
TESTED   := $(if $(filter none,$(BROWSER)),-DexcludedGroups=browser)
MVN      := JAVA_HOME="$$jdk" MAVEN_OPTS="$(QUIET_JVM) $$MAVEN_OPTS" mvn -B -ntp

.PHONY: help run test coverage faults bench format clean
.DEFAULT_GOAL := help

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: $(STAMP) ## start the whole system on this machine; Ctrl-C stops it
	@$(FIND_JDK); exec env STOP_WITH_PID=$$PPID "$$jdk/bin/java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
	  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar deploy/local/target/local.jar

test: ## run every test: "mvn verify", two modules at a time
	@$(FIND_JDK); $(FIND_MVN); $(FIND_BROWSER); $(MVN) $(TESTED) -T 2 verify

coverage: ## run every test, and report in each module's target/site/jacoco what they reach
	@$(FIND_JDK); $(FIND_MVN); $(FIND_BROWSER); $(MVN) $(TESTED) -Pcoverage verify

SEEDS  ?= 1,2,3
FAULTS ?= 24

faults: ## hurt every part while mail flows and judge what happened; SEEDS=1,2,3 FAULTS=24
	@$(FIND_JDK); $(FIND_MVN); $(MVN) -pl deploy/system-test -am verify -Dtest='CheckerTest,NamesTest,FaultsTest,Scenarios,Flood' \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dfaults.seeds='$(SEEDS)' -Dfaults.count='$(FAULTS)'

bench: $(STAMP) ## measure the services (deploy/bench); needs knot, dnsperf, python3-dnspython, postgresql, wrk, postfix
	@status=0; for part in dns-verifier domain-registry mail-gateway; do deploy/bench/$$part/run || status=$$?; done; exit $$status

format: ## format the sources
	@$(FIND_JDK); $(FIND_MVN); $(MVN) -q spotless:apply

clean: ## remove what was built; the data of "make run" stays
	@$(FIND_JDK); $(FIND_MVN); $(MVN) -q clean

# Somebody may have removed a part of what the stamp stands for.
ifneq ($(words $(JARS)),$(words $(wildcard $(JARS))))
.PHONY: $(STAMP)
endif

$(STAMP): $(SOURCES)
	@$(FIND_JDK); $(FIND_MVN); mkdir -p target; \
	echo "Building what is missing or changed; the first build downloads libraries and takes some minutes."; \
	{ $(MVN) -Dmaven.test.skip -Dspotless.check.skip -pl deploy/local,domain-registry,dns-verifier,mail-gateway -am package 2>&1; \
	  echo "exit status $$?"; } | tee target/build.log | awk ' \
	  /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$$/ { sub(/^\[INFO\] Building /, "  "); sub(/-SNAPSHOT */, " "); print; fflush() } \
	  /^\[ERROR\]/ { print } \
	  /^exit status / { status = $$3 } \
	  END { exit status }' && touch $@
