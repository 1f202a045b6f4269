"""Runs every measurement in turn, compares them, prints a table and writes JSON."""

import argparse
import glob
import importlib.util
import json
import os
import shutil
import smtplib
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
spec = importlib.util.spec_from_file_location("registry", os.path.join(HERE, "..", "domain-registry", "bench.py"))
registry = importlib.util.module_from_spec(spec)
spec.loader.exec_module(registry)
ROOT, cpu, run, say, compiling = registry.ROOT, registry.cpu, registry.run, registry.say, registry.compiling
MAIL = "From: jane@clinic.example\r\nTo: pat@example.org\r\nSubject: Your appointment on Tuesday\r\n\r\n" + ("x" * 70 + "\r\n") * 12


class Bench:
    def __init__(self, options):
        self.options = options
        self.folder = registry.tempfile.mkdtemp(prefix="gateway-bench-")
        self.postgres = registry.Postgres(self.folder, options.postgres_port)
        self.running, self.faults = [], []
        self.result = {"machine": {"cores": os.cpu_count()}, "options": vars(options), "rounds": []}

    # ---- the parts

    path, start, stop = registry.Bench.path, registry.Bench.start, registry.Bench.stop
    broker, require = registry.Bench.broker, registry.Bench.require

    def sink(self):
        user = ["-u", "nobody"] if os.geteuid() == 0 else []
        self.relay = self.start("sink", ["smtp-sink"] + user + ["127.0.0.1:%d" % self.options.smtp_port, "200"])

    def gateway(self):
        key = self.path("key")
        run(["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", key])
        run(["openssl", "pkey", "-in", key, "-pubout", "-out", self.path("key.pub")])
        environment = dict(
            os.environ, POSTGRES_HOST="127.0.0.1", POSTGRES_PORT=str(self.options.postgres_port), POSTGRES_DB="mails",
            KAFKA_BOOTSTRAP_SERVERS="localhost:%d" % self.options.kafka_port, GATEWAY_HTTP_PORT=str(self.options.http_port),
            HTTP_HOST="127.0.0.1", INBOUND_SMTP_HOST="127.0.0.1", INBOUND_SMTP_PORT=str(self.options.smtp_port + 1),
            RELAY_HOST="127.0.0.1", RELAY_PORT=str(self.options.smtp_port), LOG_JSON="false", QUARKUS_LOG_LEVEL="WARN",
            GATEWAY_RELAY_CONNECTIONS=str(self.options.sessions), JWT_PUBLIC_KEY_LOCATION="file:" + self.path("key.pub"))
        jar = os.path.join(ROOT, "mail-gateway", "target", "quarkus-app", "quarkus-run.jar")
        self.service = self.start("gateway", ["java", *self.options.jvm.split(), "-jar", jar], env=environment)
        for _ in range(120):
            try:
                with urllib.request.urlopen("http://127.0.0.1:%d/q/health/ready" % self.options.http_port, timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.5)
        raise SystemExit("the gateway does not start; see " + self.folder)

    def asker(self):
        local = ROOT + "/deploy/local/target/"
        jars = ":".join([local + "local.jar"] + glob.glob(local + "lib/*.jar")
                        + glob.glob(ROOT + "/mail-gateway/target/quarkus-app/lib/main/*.jar"))
        run(["javac", "-d", self.path("classes"), "-cp", jars, os.path.join(HERE, "Mails.java")])
        self.mails = subprocess.Popen(
            ["java", "-Xmx512m", "-cp", self.path("classes") + ":" + jars, "Mails", "localhost:%d" % self.options.kafka_port],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=open(self.path("mails.log"), "w"), text=True)
        self.running.append(self.mails)
        self.require(self.mails.stdout.readline().strip() == "ready", "the producer does not start")

    # ---- the measurements

    def spent(self):
        return {"cpu_us": cpu(self.service.pid), "database_cpu_us": self.postgres.cpu(), "broker_cpu_us": cpu(self.kafka.pid)}

    def through_the_gateway(self, count, rate):
        before = self.spent()
        self.mails.stdin.write("%s %d %d\n" % (uuid.uuid4().hex[:8], count, rate))
        self.mails.stdin.flush()
        self.require(self.mails.stdout.readline().strip() == "done", "the producer ended")
        after = self.spent()
        seconds, lost, doubled, p50, p99 = map(float, self.mails.stdout.readline().split())
        self.require(lost == 0 and doubled == 0, "%d lost, %d doubled" % (lost, doubled))
        return {"rate": count / seconds, "p50_ms": p50, "p99_ms": p99,
                **{part: (after[part] - before[part]) / count for part in before}}

    def smtp_source(self):
        """Postfix's own load generator: as many sessions, a mail of the same size, nothing remembered."""
        before = time.monotonic()
        run(["smtp-source", "-d", "-s", str(self.options.sessions), "-m", str(self.options.count), "-l", str(len(MAIL)),
             "-f", "jane@clinic.example", "-t", "pat@example.org", "127.0.0.1:%d" % self.options.smtp_port])
        return self.options.count / (time.monotonic() - before)

    def loop(self):
        """What a script would do: one session, one mail after the other."""
        count = self.options.count // 2
        before = time.monotonic()
        with smtplib.SMTP("127.0.0.1", self.options.smtp_port) as client:
            for _ in range(count):
                client.sendmail("jane@clinic.example", ["pat@example.org"], MAIL)
        return count / (time.monotonic() - before)

    def measure(self):
        say("warming up until the compilers have little to do")
        for _ in range(self.options.warm_up):
            before = compiling(self.service.pid), time.monotonic()
            warm = self.through_the_gateway(self.options.count, 0)
            share = (compiling(self.service.pid) - before[0]) / 1e6 / (time.monotonic() - before[1])
            if share < 0.05:
                break
        say("  they still take %.0f %% of a core" % (100 * share))
        calm = int(warm["rate"] / 2)
        for _ in range(self.options.repeat):
            figures = {"source": self.smtp_source(), "all": self.through_the_gateway(self.options.count, 0), "loop": self.loop(),
                       "half": self.through_the_gateway(calm * 20, calm)}
            say("  smtp-source %6.0f/s  smtplib %5.0f/s  gateway %5.0f/s, %4.0f + %4.0f µs | at %d/s p50 %.1f ms p99 %.1f ms" % (
                figures["source"], figures["loop"], figures["all"]["rate"], figures["all"]["cpu_us"],
                figures["all"]["database_cpu_us"], calm, figures["half"]["p50_ms"], figures["half"]["p99_ms"]))
            self.result["rounds"].append(figures)

    def run(self):
        self.result["load_before"] = os.getloadavg()
        try:
            say("starting PostgreSQL, a broker, smtp-sink and a gateway")
            self.postgres.start()
            self.postgres.sql("postgres", "create database mails")
            self.broker()
            self.sink()
            self.gateway()
            self.asker()
            self.measure()
        finally:
            for process in reversed(self.running):
                self.stop(process)
            self.postgres.stop()
        self.result["load_after"] = os.getloadavg()
        self.report()
        if not self.options.keep:
            shutil.rmtree(self.folder, ignore_errors=True)
        return 1 if self.faults else 0

    def report(self):
        def median(of):
            return statistics.median(of(each) for each in self.result["rounds"])

        table = [
            ("smtp-source, mails/s", median(lambda each: each["source"])),
            ("smtplib, mails/s", median(lambda each: each["loop"])),
            ("gateway, Kafka to outcome, mails/s", median(lambda each: each["all"]["rate"])),
            ("gateway / smtp-source", median(lambda each: each["all"]["rate"] / each["source"])),
            ("gateway / smtplib", median(lambda each: each["all"]["rate"] / each["loop"])),
            ("record to outcome at half of that rate, p50, ms", median(lambda each: each["half"]["p50_ms"])),
            ("record to outcome at half of that rate, p99, ms", median(lambda each: each["half"]["p99_ms"])),
            ("CPU per mail, gateway, µs", median(lambda each: each["all"]["cpu_us"])),
            ("CPU per mail, database, µs", median(lambda each: each["all"]["database_cpu_us"])),
            ("CPU per mail, broker, µs", median(lambda each: each["all"]["broker_cpu_us"])),
            ("wrong", len(self.faults))]
        self.result["summary"], self.result["faults"] = dict(table), self.faults
        os.makedirs(os.path.dirname(self.options.json), exist_ok=True)
        with open(self.options.json, "w") as file:
            json.dump(self.result, file, indent=2)
        say("")
        for name, value in table:
            say("%-52s %10s" % (name, "%.3f" % value if value < 10 else "%.0f" % value))
        say("load before %.1f, after %.1f; details in %s" % (
            self.result["load_before"][0], self.result["load_after"][0], self.options.json))


def main():
    parser = argparse.ArgumentParser(description="Measures the mail gateway beside plain SMTP clients.")
    parser.add_argument("--count", type=int, default=20_000, help="mails of a round")
    parser.add_argument("--repeat", type=int, default=3, help="rounds")
    parser.add_argument("--warm-up", type=int, default=6, help="rounds before, at most")
    parser.add_argument("--sessions", type=int, default=10, help="SMTP sessions on both sides")
    parser.add_argument("--jvm", default="-Xmx256m", help="options of the gateway's JVM")
    parser.add_argument("--http-port", type=int, default=28082)
    parser.add_argument("--kafka-port", type=int, default=29192)
    parser.add_argument("--postgres-port", type=int, default=25532)
    parser.add_argument("--smtp-port", type=int, default=21025)
    parser.add_argument("--keep", action="store_true", help="keep logs and data")
    parser.add_argument("--json", default=os.path.join(ROOT, "target", "bench-mail-gateway.json"))
    sys.exit(Bench(parser.parse_args()).run())


if __name__ == "__main__":
    main()
