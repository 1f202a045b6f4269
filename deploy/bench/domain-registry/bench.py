"""Runs every measurement in turn, compares them, prints a table and writes JSON."""

import argparse
import base64
import glob
import json
import os
import pwd
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", "..", ".."))
TICKS = os.sysconf("SC_CLK_TCK")
SIZES = ("small", "large")
VERDICTS = json.dumps([
    {"purpose": purpose, "type": kind, "name": name, "state": "OK", "found": [found], "ttl": 300, "findings": []}
    for purpose, kind, name, found in (
        ("DKIM", "CNAME", "mte1._domainkey", "dkim1.mandrillapp.com"),
        ("DKIM", "CNAME", "mte2._domainkey", "dkim2.mandrillapp.com"),
        ("DMARC", "TXT", "_dmarc", "v=DMARC1; p=none"))])


def say(text):
    print(text, flush=True)


def cpu(pid, reaped=False):
    """CPU time of a process so far, in µs; with that of its children that have ended, if wanted."""
    try:
        with open("/proc/%d/stat" % pid) as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(map(int, fields[11:15 if reaped else 13])) * 1e6 / TICKS


def cpu_of_clients():
    """CPU time of wrk and pgbench so far, in µs."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (usage.ru_utime + usage.ru_stime) * 1e6


def compiling(pid):
    """CPU time of a JVM's compilers so far, in µs."""
    ticks = 0
    for thread in glob.glob("/proc/%d/task/*/stat" % pid):
        with open(thread) as stat:
            name, fields = stat.read().rsplit(")", 1)
        if "CompilerThre" in name:
            ticks += sum(map(int, fields.split()[11:13]))
    return ticks * 1e6 / TICKS


def each(spent, count):
    return {part: time / count for part, time in spent.items()}


def children(pid):
    with open("/proc/%d/task/%d/children" % (pid, pid)) as file:
        return [int(child) for child in file.read().split()]


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Postgres:
    """A cluster of its own. The server refuses to run as root, so that it runs as the user of Debian's package then."""

    def __init__(self, folder, port):
        self.port = port
        self.data = os.path.join(folder, "postgres")
        os.makedirs(self.data)
        self.environment = dict(os.environ, PGHOST="127.0.0.1", PGPORT=str(port), PGUSER="sending", PGPASSWORD="sending")
        self.as_user = []
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.data, user.pw_uid, user.pw_gid)
            os.chmod(folder, 0o755)
            self.as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]

    def start(self):
        run(self.as_user + ["initdb", "-D", self.data, "-U", "sending", "-A", "trust", "--no-locale", "-E", "UTF8"], cwd="/")
        with open(os.path.join(self.data, "postgresql.conf"), "a") as file:
            file.write("port = %d\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nshared_buffers = 512MB\n"
                       "max_wal_size = 4GB\ncheckpoint_timeout = 30min\nmax_connections = 100\n" % self.port)
        run(self.as_user + ["pg_ctl", "-D", self.data, "-w", "-l", os.path.join(self.data, "log"), "start"], cwd="/")
        with open(os.path.join(self.data, "postmaster.pid")) as file:
            self.pid = int(file.readline())

    def cpu(self):
        """CPU time of the whole server so far, in µs: of connections that have ended too."""
        return cpu(self.pid, reaped=True) + sum(map(cpu, children(self.pid)))

    def stop(self):
        subprocess.run(self.as_user + ["pg_ctl", "-D", self.data, "-m", "immediate", "stop"], cwd="/", capture_output=True)

    def sql(self, database, *statements, **variables):
        command = ["psql", "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-d", database]
        for name, value in variables.items():
            command += ["-v", "%s=%s" % (name, value)]
        for statement in statements:
            command += ["-f", statement] if statement.endswith(".sql") else ["-c", statement]
        return run(command, env=self.environment).strip()

    def pgbench(self, database, script, seconds, clients, **variables):
        command = ["pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", "1", "-T", str(seconds), "-f",
                   os.path.join(HERE, script)]
        for name, value in variables.items():
            command += ["-D", "%s=%s" % (name, value)]
        before = self.cpu(), cpu_of_clients()
        output = run(command + [database], env=self.environment)
        after = self.cpu(), cpu_of_clients()
        failed = re.search(r"number of failed transactions: (\d+)", output)
        if failed and int(failed.group(1)):
            raise SystemExit("pgbench: failed transactions")
        count = int(re.search(r"number of transactions actually processed: (\d+)", output).group(1))
        return {"rate": float(re.search(r"tps = ([\d.]+) \(without", output).group(1)),
                "latency_ms": float(re.search(r"latency average = ([\d.]+)", output).group(1)),
                "database_cpu_us": (after[0] - before[0]) / count, "client_cpu_us": (after[1] - before[1]) / count}


def run(command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode:
        raise SystemExit("%s failed:\n%s%s" % (command[0], done.stdout[-2000:], done.stderr[-2000:]))
    return done.stdout


class Bench:
    def __init__(self, options):
        self.options = options
        self.folder = tempfile.mkdtemp(prefix="registry-bench-")
        self.postgres = Postgres(self.folder, options.postgres_port)
        self.counts = {"small": options.small, "large": options.large}
        self.registries = {}
        self.running = []
        self.faults = []
        self.result = {"machine": {"cores": os.cpu_count()}, "options": vars(options), "rounds": []}

    # ---- the parts

    def path(self, name):
        return os.path.join(self.folder, name)

    def start(self, name, command, **options):
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=open(self.path(name + ".log"), "w"), stderr=subprocess.STDOUT, **options)
        self.running.append(process)
        return process

    def stop(self, process):
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(40)
        except subprocess.TimeoutExpired:
            process.kill()

    def broker(self):
        bench = os.path.join(HERE, "..", "dns-verifier", "Broker.java")
        local = ROOT + "/deploy/local/target/"
        jars = ":".join([local + "local.jar"] + glob.glob(local + "lib/*.jar")
                        + glob.glob(ROOT + "/domain-registry/target/quarkus-app/lib/main/*.jar"))
        run(["javac", "-d", self.path("classes"), "-cp", jars, bench])
        self.kafka = self.start("broker", ["java", "-Xmx512m", "-cp", self.path("classes") + ":" + jars, "Broker", self.path("kafka"),
                              str(self.options.kafka_port)])
        for _ in range(120):
            with open(self.path("broker.log")) as log:
                if "ready" in log.read():
                    return
            time.sleep(0.5)
        raise SystemExit("the broker does not start; see " + self.path("broker.log"))

    def registry(self, size, port):
        environment = dict(
            os.environ, POSTGRES_HOST="127.0.0.1", POSTGRES_PORT=str(self.options.postgres_port), POSTGRES_DB=size,
            KAFKA_BOOTSTRAP_SERVERS="localhost:%d" % self.options.kafka_port, REGISTRY_HTTP_PORT=str(port),
            HTTP_HOST="127.0.0.1", JWT_PUBLIC_KEY_LOCATION="file:" + self.path("key.pub"), LOG_JSON="false",
            QUARKUS_LOG_LEVEL="WARN", REGISTRY_BREAKER_CANARY="", REGISTRY_SCHEDULE_BATCH=str(self.options.batch),
            REGISTRY_LIMITS_REQUESTS_PER_CALLER="100000000")
        jar = os.path.join(ROOT, "domain-registry", "target", "quarkus-app", "quarkus-run.jar")
        process = self.start("registry-" + size, ["java", *self.options.jvm.split(), "-jar", jar], env=environment)
        process.port = port
        self.until_ready(process)
        return process

    def until_ready(self, process):
        for _ in range(120):
            try:
                with urllib.request.urlopen("http://127.0.0.1:%d/q/health/ready" % process.port, timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                if process.poll() is not None:
                    break
                time.sleep(0.5)
        raise SystemExit("a registry does not start; see " + self.folder)

    def make_token(self):
        key = self.path("key")
        run(["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", key])
        run(["openssl", "pkey", "-in", key, "-pubout", "-out", self.path("key.pub")])
        now = int(time.time())
        claims = {"iss": "https://sending.bp-solutions.net", "sub": "bench", "upn": "bench", "iat": now, "exp": now + 86400,
                  "jti": str(uuid.uuid4()), "groups": ["domains:read", "domains:write"]}
        signed = ".".join(encoded(json.dumps(part).encode()) for part in ({"alg": "RS256", "typ": "JWT"}, claims))
        signature = subprocess.run(
            ["openssl", "dgst", "-sha256", "-sign", key], input=signed.encode(), capture_output=True, check=True).stdout
        self.token = signed + "." + encoded(signature)

    def prepare(self):
        say("starting PostgreSQL and a broker")
        self.postgres.start()
        self.broker()
        self.make_token()
        self.postgres.sql("postgres", "create database small")
        self.stop(self.registry("small", self.options.http_port))
        self.copy("small", "large")
        for size in SIZES:
            say("filling %s with %d registrations" % (size, self.counts[size]))
            self.postgres.sql(size, os.path.join(HERE, "fill.sql"), salt=size, count=self.counts[size], verdicts=VERDICTS)
            self.copy(size, "plain_" + size)
            sample = min(self.counts[size], 100_000)
            ids = self.postgres.sql(
                size, "select md5('%s' || (random() * %d + 0.5)::int)::uuid from generate_series(1, %d)"
                % (size, self.counts[size] - 1, sample))
            with open(self.path(size + ".ids"), "w") as file:
                file.write(ids + "\n")
        self.postgres.sql("postgres", "checkpoint")
        for number, size in enumerate(SIZES):
            self.registries[size] = self.registry(size, self.options.http_port + number)

    def copy(self, database, name):
        self.postgres.sql(
            "postgres", "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '%s'" % database,
            "create database %s template %s" % (name, database))

    # ---- the measurements

    def wrk(self, size, script, argument, seconds):
        registry = self.registries[size]
        before = self.spent(registry)
        output = run(["wrk", "-t1", "--timeout", "10s", "-c%d" % self.options.clients, "-d%ds" % seconds, "-s", os.path.join(HERE, script),
                      "http://127.0.0.1:%d" % registry.port, "--", self.token, argument])
        spent = self.spent(registry, before)
        count, micros, p50, p99, wrong, errors = map(
            int, re.search(r"^result (\d+) (\d+) (\d+) (\d+) (\d+) (\d+)$", output, re.M).groups())
        self.require(wrong == 0 and errors == 0, "%s, %s: %d wrong answers, %d errors" % (script, size, wrong, errors))
        return {"count": count, "rate": count * 1e6 / micros, "p50_ms": p50 / 1000, "p99_ms": p99 / 1000, **each(spent, count)}

    def spent(self, registry, before=None):
        """CPU time of each part so far, or since before, in µs."""
        now = {"cpu_us": cpu(registry.pid), "database_cpu_us": self.postgres.cpu(), "broker_cpu_us": cpu(self.kafka.pid),
               "client_cpu_us": cpu_of_clients()}
        return now if before is None else {part: now[part] - before[part] for part in now}

    def gets(self, size):
        return self.wrk(size, "get.lua", self.path(size + ".ids"), self.options.seconds)

    def posts(self, size):
        word = uuid.uuid4().hex[:12]
        result = self.wrk(size, "register.lua", word, self.options.seconds)
        self.until_published(size)
        # What was under way when wrk hung up may be there without having been counted.
        rows, history = map(int, self.postgres.sql(
            size, "select count(*), count(t) from registry.registration r left join registry.past_transition t on t.registration_id"
            " = r.id where registered_at > now() - interval '10 minutes' and domain like '%%-%s.com'" % word).split("|"))
        self.require(result["count"] <= rows == history <= result["count"] + self.options.clients,
                     "%s: %d registered, but %d rows and %d lines of history" % (size, result["count"], rows, history))
        # Their next checks would fall into the measurements that follow.
        self.postgres.sql(size, "update registry.registration set next_check_at = null where urgent and next_check_at is not null")
        return result

    def until_published(self, size):
        for _ in range(600):
            if self.postgres.sql(size, "select count(*) from registry.outbox") == "0":
                return
            time.sleep(0.2)
        self.require(False, "%s: events stay in the outbox" % size)

    def due(self, size):
        """So many checks become due at once; how much CPU each costs until its request is with the broker."""
        registry = self.registries[size]
        count = self.options.due
        self.postgres.sql(
            size, "update registry.registration set next_check_at = now() - interval '1 second' where id in "
            "(select id from registry.registration where status = 'VERIFIED' order by md5(id::text || '%s') limit %d)"
            % (uuid.uuid4(), count), "vacuum analyze registry.registration")
        before = self.spent(registry)
        start = time.monotonic()
        waiting = "select count(*) from registry.registration where not urgent and next_check_at < now()"
        while int(self.postgres.sql(size, waiting)) > 0:
            if time.monotonic() - start > 120:
                self.require(False, "%s: checks stay due" % size)
                break
            time.sleep(0.25)
        self.until_published(size)
        return {"seconds": time.monotonic() - start, **each(self.spent(registry, before), count)}

    def require(self, holds, what):
        if not holds:
            self.faults.append(what)
            say("  WRONG: " + what)

    def tidy(self):
        """What autovacuum does sooner or later, now: or what one side left behind is cleared away in the other's time."""
        for size in SIZES:
            for database in (size, "plain_" + size):
                self.postgres.sql(database, "vacuum (analyze)", "checkpoint")

    def measure(self):
        say("warming up until the compilers have little to do")
        for size in SIZES:
            for _ in range(self.options.warm_up):
                before = compiling(self.registries[size].pid), time.monotonic()
                self.gets(size)
                self.posts(size)
                self.due(size)
                share = (compiling(self.registries[size].pid) - before[0]) / 1e6 / (time.monotonic() - before[1])
                if share < 0.03:
                    break
            say("  %s: they still take %.0f %% of a core" % (size, 100 * share))
        for number in range(self.options.repeat):
            round_ = {}
            for size in SIZES if number % 2 == 0 else reversed(SIZES):
                plain = "plain_" + size
                options = {"seconds": self.options.seconds, "clients": self.options.clients}
                self.tidy()
                figures = {
                    "select": self.postgres.pgbench(plain, "select.sql", count=self.counts[size], salt=size, **options),
                    "get": self.gets(size),
                    "insert": self.postgres.pgbench(plain, "insert.sql", verdicts=VERDICTS, **options),
                    "post": self.posts(size),
                    "due": self.due(size)}
                round_[size] = figures
                say("  %-5s  select %6.0f/s  GET %5.0f/s p99 %5.1f ms | insert %5.0f/s  POST %5.0f/s p99 %5.1f ms | "
                    "due %4.0f + %4.0f µs" % (
                        size, figures["select"]["rate"], figures["get"]["rate"], figures["get"]["p99_ms"], figures["insert"]["rate"],
                        figures["post"]["rate"], figures["post"]["p99_ms"], figures["due"]["cpu_us"],
                        figures["due"]["database_cpu_us"]))
            self.result["rounds"].append(round_)

    # ---- the run

    def run(self):
        self.result["load_before"] = os.getloadavg()
        try:
            self.prepare()
            self.measure()
        finally:
            for process in reversed(self.running):
                self.stop(process)
            self.postgres.stop()
        self.result["load_after"] = os.getloadavg()
        self.result["faults"] = self.faults
        self.report()
        if not self.options.keep:
            shutil.rmtree(self.folder, ignore_errors=True)
        return 1 if self.faults else 0

    def report(self):
        table = summary(self.result["rounds"], self.faults)
        self.result["summary"] = {name: value for name, value, _ in table}
        os.makedirs(os.path.dirname(self.options.json), exist_ok=True)
        with open(self.options.json, "w") as file:
            json.dump(self.result, file, indent=2)
        say("")
        for name, value, goal in table:
            say("%-58s %10s   %s" % (name, "%.2f" % value if value < 100 else "%.0f" % value, goal))
        say("load before %.1f, after %.1f; details in %s" % (
            self.result["load_before"][0], self.result["load_after"][0], self.options.json))


def summary(rounds, faults):
    def median(of):
        return statistics.median(of(each) for each in rounds)

    def work(figures):
        return figures["cpu_us"] + figures["database_cpu_us"]

    def growth(kind):
        return median(lambda each: work(each["large"][kind]) / work(each["small"][kind]))

    rows = [
        ("pgbench, one select by key, /s", median(lambda each: each["large"]["select"]["rate"]), ""),
        ("GET /v1/domains/{id}, /s", median(lambda each: each["large"]["get"]["rate"]), ""),
        ("GET, p50, ms", median(lambda each: each["large"]["get"]["p50_ms"]), ""),
        ("GET, p99, ms", median(lambda each: each["large"]["get"]["p99_ms"]), ""),
        ("pgbench, the rows of one registration, /s", median(lambda each: each["large"]["insert"]["rate"]), ""),
        ("POST /v1/domains, /s", median(lambda each: each["large"]["post"]["rate"]), ""),
        ("POST, p50, ms", median(lambda each: each["large"]["post"]["p50_ms"]), ""),
        ("POST, p99, ms", median(lambda each: each["large"]["post"]["p99_ms"]), ""),
        ("CPU per GET, registry, µs", median(lambda each: each["large"]["get"]["cpu_us"]), ""),
        ("CPU per POST and its events, registry, µs", median(lambda each: each["large"]["post"]["cpu_us"]), ""),
        ("CPU per due check, registry and database, µs", median(lambda each: work(each["large"]["due"])), ""),
    ]

    def cheaper(plain, ours):
        return lambda each: sum(each["large"][plain][part] for part in ("database_cpu_us", "client_cpu_us")) / sum(
            each["large"][ours][part] for part in ("cpu_us", "database_cpu_us", "broker_cpu_us", "client_cpu_us"))

    rows += [
        ("CPU of everything: a select / a GET, large", median(cheaper("select", "get")), ""),
        ("CPU of everything: a transaction / a POST, large", median(cheaper("insert", "post")), ""),
    ]
    for size in SIZES:
        rows += [
            ("GET / pgbench, " + size, median(lambda each: each[size]["get"]["rate"] / each[size]["select"]["rate"]), "goal >= 0.3"),
            ("POST / pgbench, " + size, median(lambda each: each[size]["post"]["rate"] / each[size]["insert"]["rate"]), "goal >= 0.7")]
    return rows + [
        ("cost of a GET, large / small", growth("get"), "goal <= 1.2"),
        ("cost of a POST, large / small", growth("post"), "goal <= 1.2"),
        ("cost of a due check, large / small", growth("due"), "goal <= 1.2"),
        ("the same, the database's part", median(
            lambda each: each["large"]["due"]["database_cpu_us"] / each["small"]["due"]["database_cpu_us"]), "goal <= 1.2"),
        ("wrong answers, errors, events left", len(faults), "goal 0"),
    ]


def options():
    parser = argparse.ArgumentParser(prog="run", description="Measures the registry beside pgbench.")
    parser.add_argument("--small", type=int, default=10_000, help="registrations in the small database (default 10,000)")
    parser.add_argument("--large", type=int, default=1_000_000, help="and in the large one (default 1,000,000)")
    parser.add_argument("--due", type=int, default=5_000, help="checks that become due at once (default 5,000)")
    parser.add_argument("--batch", type=int, default=500, help="how many are claimed at once (default 500)")
    parser.add_argument("--clients", type=int, default=16, help="connections, of pgbench and to the registry (default 16)")
    parser.add_argument("--repeat", type=int, default=3, help="how often each is measured (default 3)")
    parser.add_argument("--warm-up", type=int, default=20, help="rounds before that, at most (default 20)")
    parser.add_argument("--seconds", type=int, default=8, help="how long each is measured (default 8)")
    parser.add_argument("--jvm", default="-Xmx358m -XX:+UseSerialGC", help="options of the registry's JVM")
    parser.add_argument("--json", default=os.path.join(ROOT, "target", "bench-domain-registry.json"), help="the results")
    parser.add_argument("--keep", action="store_true", help="keep the folder with the database and logs")
    parser.add_argument("--postgres-port", type=int, default=25432)
    parser.add_argument("--kafka-port", type=int, default=29092)
    parser.add_argument("--http-port", type=int, default=28080)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(Bench(options()).run())
