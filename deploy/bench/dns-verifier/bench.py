"""Runs every measurement in turn, compares them, prints a table and writes JSON."""

import argparse
import glob
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from world import World, questions

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", "..", ".."))
TICKS = os.sysconf("SC_CLK_TCK")
QUESTIONS = len(questions("any.example"))
QUIET = ["-Dquarkus.log.level=WARN", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"]


class Program:
    """A process that is told what to do on standard input, and answers in lines."""

    def __init__(self, command, log, **options):
        self.log = open(log, "w")
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, text=True, bufsize=1, **options)

    def hear(self):
        for line in self.process.stdout:
            if re.match(r"ready|done|\d", line):
                return line.split()
            self.log.write(line)
        raise SystemExit("a program ended before its time; see " + self.log.name)

    def say(self, *words):
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.process.kill()


def cpu(pid):
    """CPU time so far, in µs."""
    with open("/proc/%d/stat" % pid) as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1e6 / TICKS


def rss(pid):
    """Resident memory in MiB."""
    with open("/proc/%d/status" % pid) as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) // 1024


class Bench:
    def __init__(self, options):
        self.options = options
        self.folder = tempfile.mkdtemp(prefix="verifier-bench-")
        self.world = World(self.folder, options.domains, options.dns_port, options.dns_workers)
        self.server = "127.0.0.1:%d" % options.dns_port
        self.classes = os.path.join(self.folder, "classes")
        self.running = []
        self.faults = []
        self.result = {"machine": {"cores": os.cpu_count()}, "options": vars(options)}

    def start(self, name, command, **options):
        program = Program(command, os.path.join(self.folder, name + ".log"), **options)
        self.running.append(program)
        return program

    def prepare(self):
        say("generating %d domains, a zone each" % (len(self.world.good) + len(self.world.mixed)))
        self.world.write()
        os.makedirs(self.classes)
        subprocess.run(
            ["javac", "-d", self.classes, "-cp", self.classpath(local=True)] + glob.glob(os.path.join(HERE, "*.java")),
            check=True)
        say("loading them into knot")
        self.knot = self.start("knot", ["knotd", "-c", self.world.path("knot.conf")])
        self.until_answered(self.world.mixed[-1][0], self.world.good[-1][0])
        self.broker = self.start(
            "broker",
            ["java", "-Xmx512m", "-cp", self.classpath(local=True), "Broker", os.path.join(self.folder, "kafka"),
             str(self.options.kafka_port)])
        self.broker.hear()

    def until_answered(self, *names):
        import dns.message
        import dns.query
        for name in names:
            for _ in range(600):
                try:
                    query = dns.message.make_query(name, "NS")
                    if dns.query.udp(query, "127.0.0.1", port=self.options.dns_port, timeout=1).answer:
                        break
                except (dns.exception.Timeout, OSError):
                    pass
                time.sleep(0.5)
            else:
                raise SystemExit("knot does not answer for " + name)

    def classpath(self, local=False):
        verifier = os.path.join(ROOT, "dns-verifier", "target", "quarkus-app")
        jars = [self.classes] + glob.glob(verifier + "/app/*.jar") + glob.glob(verifier + "/quarkus/generated-bytecode.jar")
        if local:
            jars += [ROOT + "/deploy/local/target/local.jar"] + glob.glob(ROOT + "/deploy/local/target/lib/*.jar")
        return ":".join(jars + glob.glob(verifier + "/lib/main/*.jar") + glob.glob(verifier + "/lib/boot/*.jar"))

    # ---- the measurements

    def dnsperf(self, queries, seconds):
        # As many sockets and questions under way as the verifier has.
        command = ["dnsperf", "-s", "127.0.0.1", "-p", str(self.options.dns_port), "-d", self.world.path(queries),
                   "-q", str(self.options.in_flight * QUESTIONS), "-c", "4", "-T", "1", "-l", str(seconds), "-e"]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return float(re.search(r"Queries per second:\s+([\d.]+)", output).group(1))

    def look_ups(self, program, name):
        program.say(self.world.path(name + ".txt"))
        domains, seconds, wrong = map(float, program.hear())
        self.require(wrong == 0, "look-ups alone, %s: %d wrong" % (name, wrong))
        return domains / seconds

    def service(self, name, rounds=1):
        parts = {"verifier": self.verifier, "broker": self.broker, "knot": self.knot}
        before = {part: cpu(program.process.pid) for part, program in parts.items()}
        self.requests.say(self.world.path(name + ".txt"), rounds)
        self.requests.hear()
        spent = {part: cpu(program.process.pid) - before[part] for part, program in parts.items()}
        memory = rss(self.verifier.process.pid)
        domains, seconds, lost, wrong, duplicates = map(float, self.requests.hear())
        self.require(
            lost == wrong == duplicates == 0,
            "service, %s: %d lost, %d wrong, %d twice" % (name, lost, wrong, duplicates))
        result = {"domains_per_second": domains / seconds, "cpu_us_per_domain": spent["verifier"] / domains, "rss_mib": memory,
                  "cpu_us_of_broker": spent["broker"] / domains, "cpu_us_of_knot": spent["knot"] / domains}
        say("  %-6s %7.0f domains/s  %5.0f µs CPU each (broker %.0f, knot %.0f)  %4d MiB" % (
            name, result["domains_per_second"], result["cpu_us_per_domain"], result["cpu_us_of_broker"],
            result["cpu_us_of_knot"], memory))
        return result

    def sequential(self, seconds):
        command = ["/usr/bin/python3", "-B", os.path.join(HERE, "sequential.py"), "127.0.0.1",
                   str(self.options.dns_port), self.world.path("good.txt"), str(seconds)]
        rate, wrong = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        self.require(wrong == "0", "sequential: %s wrong" % wrong)
        return float(rate)

    def require(self, holds, what):
        if not holds:
            self.faults.append(what)
            say("  WRONG: " + what)

    # ---- the run

    def alone(self):
        say("look-ups alone beside dnsperf")
        program = self.start("look-ups", self.java("LookUps"))
        program.hear()
        for _ in range(2):
            self.look_ups(program, "good")
        pairs = []
        for _ in range(self.options.repeat):
            limit = self.dnsperf("good.queries", self.options.seconds)
            ours = self.look_ups(program, "good") * QUESTIONS
            pairs.append((limit, ours))
            say("  dnsperf %7.0f questions/s   ours %7.0f   ratio %.2f" % (limit, ours, ours / limit))
        self.result["dnsperf_qps"] = [limit for limit, _ in pairs]
        self.result["look_ups_qps"] = [ours for _, ours in pairs]
        program.stop()

    def whole(self):
        say("the whole service: Kafka in, Kafka out")
        self.verifier = self.start("verifier", self.verifier_command(), env=self.environment())
        self.requests = self.start("requests", ["java", "-Xmx1g", *QUIET, "-cp", self.classpath(), "Requests",
                                                "localhost:%d" % self.options.kafka_port])
        self.requests.hear()
        say("  warming up")
        for _ in range(5):
            self.service("good")
        rounds = []
        for _ in range(self.options.repeat):
            limit = self.dnsperf("good.queries", self.options.seconds)
            small = self.service("small", max(1, self.options.domains // 4000))
            large = self.service("good")
            sequential = self.sequential(self.options.seconds)
            say("  dnsperf %.0f questions/s, dnspython %.0f domains/s" % (limit, sequential))
            rounds.append({"dnsperf_qps": limit, "small": small, "large": large, "sequential": sequential})
        self.result["service"] = rounds
        say("one in ten with a mistake")
        self.service("mixed")
        self.result["examination"] = [self.service("mixed") for _ in range(self.options.repeat)]
        say("and all good again, for the memory")
        self.result["afterwards"] = self.service("good")

    def rolling(self):
        """Two replicas share the work; one is stopped half-way, as in an update. Nothing may get lost."""
        say("two replicas, one of them stopped half-way")
        other = self.start("replica", self.verifier_command(),
                           env=self.environment(VERIFIER_HTTP_PORT=str(self.options.http_port + 1)))
        time.sleep(20)
        work = [cpu(self.verifier.process.pid), cpu(other.process.pid)]
        self.requests.say(self.world.path("good.txt"), 1)
        time.sleep(3)
        work = [cpu(self.verifier.process.pid) - work[0], cpu(other.process.pid) - work[1]]
        stopped = time.monotonic()
        self.verifier.stop()
        stopping = time.monotonic() - stopped
        self.requests.hear()
        domains, _, lost, wrong, duplicates = map(float, self.requests.hear())
        self.require(lost == wrong == 0, "rolling: %d lost, %d wrong" % (lost, wrong))
        self.require(stopping < 30, "rolling: it took %.0f s to stop" % stopping)
        self.require(min(work) > 0.1 * sum(work), "rolling: one replica did all the work")
        self.result["rolling"] = {"domains": domains, "lost": lost, "twice": duplicates, "stopped_after": stopping,
                                  "share_of_second": work[1] / sum(work)}
        say("  stopped after %.1f s; %d lost, %d twice; the second did %.0f %%" % (
            stopping, lost, duplicates, 100 * work[1] / sum(work)))

    def java(self, main):
        return ["java", *self.options.jvm.split(), *QUIET, "-Dverifier.resolvers=" + self.server,
                "-Dverifier.authoritative-port=%d" % self.options.dns_port,
                "-Dverifier.in-flight=%d" % self.options.in_flight, "-cp", self.classpath(), main]

    def verifier_command(self):
        jar = os.path.join(ROOT, "dns-verifier", "target", "quarkus-app", "quarkus-run.jar")
        return ["java", *self.options.jvm.split(), "-Dverifier.in-flight=%d" % self.options.in_flight, "-jar", jar]

    def environment(self, **more):
        return dict(os.environ, DNS_SERVERS=self.server, DNS_AUTHORITATIVE_PORT=str(self.options.dns_port),
                    KAFKA_BOOTSTRAP_SERVERS="localhost:%d" % self.options.kafka_port, LOG_JSON="false",
                    HTTP_HOST="127.0.0.1",
                    **{"VERIFIER_HTTP_PORT": str(self.options.http_port), **more})

    def run(self):
        self.result["load_before"] = os.getloadavg()
        try:
            self.prepare()
            self.alone()
            self.whole()
            self.rolling()
        finally:
            for program in reversed(self.running):
                program.stop()
        self.result["load_after"] = os.getloadavg()
        self.result["faults"] = self.faults
        self.report()
        if not self.options.keep:
            shutil.rmtree(self.folder)
        return 1 if self.faults else 0

    def report(self):
        table = summary(self.result)
        self.result["summary"] = {name: value for name, value, _ in table}
        with open(self.options.json, "w") as file:
            json.dump(self.result, file, indent=2)
        say("")
        for name, value, goal in table:
            say("%-58s %10s   %s" % (name, "%.2f" % value if value < 100 else "%.0f" % value, goal))
        say("load before %.1f, after %.1f; details in %s" % (
            self.result["load_before"][0], self.result["load_after"][0], self.options.json))


def median(values):
    return statistics.median(list(values))


def summary(result):
    rounds = result["service"]
    large = [each["large"] for each in rounds]
    served = median(each["domains_per_second"] for each in large)
    sequential = median(each["sequential"] for each in rounds)
    memory = [each["rss_mib"] for each in large] + [result["afterwards"]["rss_mib"]]
    return [
        ("dnsperf, questions/s (the limit)", median(result["dnsperf_qps"]), ""),
        ("look-ups alone, questions/s", median(result["look_ups_qps"]), ""),
        ("whole service, domains/s", served, ""),
        ("sequential dnspython, domains/s", sequential, ""),
        ("look-ups alone / dnsperf",
         median(ours / limit for limit, ours in zip(result["dnsperf_qps"], result["look_ups_qps"])), "goal >= 0.5"),
        ("whole service / dnsperf",
         median(each["large"]["domains_per_second"] * QUESTIONS / each["dnsperf_qps"] for each in rounds), "goal >= 0.3"),
        ("whole service / sequential",
         median(each["large"]["domains_per_second"] / each["sequential"] for each in rounds), "goal >= 15"),
        ("CPU per domain, µs", median(each["cpu_us_per_domain"] for each in large), ""),
        ("CPU per domain, all domains / a thousand",
         median(each["large"]["cpu_us_per_domain"] / each["small"]["cpu_us_per_domain"] for each in rounds), "goal <= 1.2"),
        ("memory, MiB, most", max(memory), ""),
        ("memory, last / first", memory[-1] / memory[0], "flat: about 1"),
        ("one in ten with a mistake, domains/s",
         median(each["domains_per_second"] for each in result["examination"]), ""),
        ("one in ten with a mistake, CPU per domain, µs",
         median(each["cpu_us_per_domain"] for each in result["examination"]), ""),
        ("lost, wrong or doubled verdicts", len(result["faults"]), "goal 0"),
    ]


def say(text):
    print(text, flush=True)


def options():
    parser = argparse.ArgumentParser(prog="run", description="Measures the verifier beside dnsperf and dnspython.")
    parser.add_argument("--domains", type=int, default=100_000, help="how many domains are all good (default 100,000)")
    parser.add_argument("--in-flight", type=int, default=64, help="domains under way at a time (default 64)")
    parser.add_argument("--repeat", type=int, default=3, help="how often each is measured (default 3)")
    parser.add_argument("--seconds", type=int, default=5, help="how long dnsperf and dnspython run (default 5)")
    parser.add_argument("--jvm", default="-Xmx358m -XX:+UseSerialGC", help="options of the verifier's JVM")
    parser.add_argument("--json", default=os.path.join(ROOT, "target", "bench-dns-verifier.json"), help="the results")
    parser.add_argument("--keep", action="store_true", help="keep the folder with zones and logs")
    parser.add_argument("--dns-port", type=int, default=15353)
    parser.add_argument("--dns-workers", type=int, default=2)
    parser.add_argument("--kafka-port", type=int, default=19092)
    parser.add_argument("--http-port", type=int, default=18081)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(Bench(options()).run())
