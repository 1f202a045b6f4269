"""Receives the same mails with Postfix and with the gateway, in turn, and compares."""

import argparse
import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", "..", "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "deploy", "bench", "domain-registry"))

from bench import Postgres, cpu, run, say  # noqa: E402

RECIPIENT = "blueprintoms@bp-solutions.net"
PERSON = "person@bp-solutions.net"
MAIN_CF = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = {daemons}
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.example
mydestination = bp-solutions.net
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
local_recipient_maps =
alias_maps =
alias_database =
smtpd_relay_restrictions = permit_auth_destination, reject
smtpd_recipient_restrictions = check_client_access static:HOLD, permit_auth_destination, reject
smtpd_client_connection_count_limit = 0
smtpd_peername_lookup = no
smtpd_tls_security_level = none
maillog_file = {folder}/log/maillog
maillog_file_prefixes = {folder}
"""
MASTER_CF = """
127.0.0.1:{port} inet n - n - 200 smtpd
pickup    unix  n - n 60 1 pickup
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n - - proxymap
local     unix  - n n - - local
error     unix  - - n - - error
retry     unix  - - n - - error
anvil     unix  - - n - 1 anvil
tlsmgr    unix  - - n 1000? 1 tlsmgr
showq     unix  n - n - - showq
postlog   unix-dgram n - n - 1 postlogd
"""


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def tree(pid):
    """CPU time of a process, its children, and those of them that have ended, in µs."""
    with open("/proc/%d/task/%d/children" % (pid, pid)) as file:
        return cpu(pid, reaped=True) + sum(tree(int(child)) for child in file.read().split())


class Postfix:
    """An instance of its own. Every mail is held in the queue: received to disk, and nothing more is done with it."""

    name = "postfix"

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()

    def start(self):
        os.makedirs(os.path.join(self.folder, "etc"))
        for name in ("queue", "data", "log"):
            os.makedirs(os.path.join(self.folder, name))
        shutil.chown(os.path.join(self.folder, "data"), "postfix", "postfix")
        daemons = "/usr/lib/postfix/sbin" if os.path.isdir("/usr/lib/postfix/sbin") else "/usr/libexec/postfix"
        for name, text in (("main.cf", MAIN_CF), ("master.cf", MASTER_CF)):
            with open(os.path.join(self.folder, "etc", name), "w") as file:
                file.write(text.format(folder=self.folder, daemons=daemons, port=self.port))
        self.command("start")
        with open(os.path.join(self.folder, "queue", "pid", "master.pid")) as file:
            self.pid = int(file.read())

    def command(self, word):
        run(["postfix", "-c", os.path.join(self.folder, "etc"), word])

    def stored(self):
        return sum(len(files) for _, _, files in os.walk(os.path.join(self.folder, "queue", "hold")))

    def cpu(self):
        return tree(self.pid)

    def stop(self):
        self.command("stop")


class Gateway:
    """The packaged service with a PostgreSQL of its own. There is no relay and no broker: what was received stays."""

    name = "gateway"

    def __init__(self, folder, jvm):
        self.folder, self.jvm, self.port, self.http = folder, jvm, free_port(), free_port()
        self.postgres = Postgres(folder, free_port())

    def start(self):
        self.postgres.start()
        self.postgres.sql("postgres", "create database sending")
        key = os.path.join(self.folder, "key")
        run(["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", key])
        run(["openssl", "pkey", "-in", key, "-pubout", "-out", key + ".pub"])
        environment = dict(
            os.environ, POSTGRES_HOST="127.0.0.1", POSTGRES_PORT=str(self.postgres.port), HTTP_HOST="127.0.0.1",
            GATEWAY_HTTP_PORT=str(self.http), INBOUND_SMTP_HOST="127.0.0.1", INBOUND_SMTP_PORT=str(self.port),
            RELAY_HOST="127.0.0.1", RELAY_PORT=str(free_port()), KAFKA_BOOTSTRAP_SERVERS="127.0.0.1:%d" % free_port(),
            JWT_PUBLIC_KEY_LOCATION="file:" + key + ".pub", LOG_JSON="false", QUARKUS_LOG_LEVEL="WARN",
            UNMATCHED_REPLIES_TO=PERSON, GATEWAY_INBOUND_MAX_CONNECTIONS_PER_ADDRESS="1000")
        jar = os.path.join(ROOT, "mail-gateway", "target", "quarkus-app", "quarkus-run.jar")
        self.process = subprocess.Popen(["java", *self.jvm.split(), "-jar", jar], env=environment, stderr=subprocess.STDOUT,
                                        stdout=open(os.path.join(self.folder, "gateway.log"), "w"))
        for _ in range(240):
            try:
                if self.postgres.sql("sending", "select to_regclass('gateway.answer') is not null") == "t":
                    socket.create_connection(("127.0.0.1", self.port), 1).close()
                    return
            except (OSError, SystemExit):
                if self.process.poll() is not None:
                    break
            time.sleep(0.5)
        raise SystemExit("the gateway does not start; see " + self.folder)

    def stored(self):
        return int(self.postgres.sql("sending", "select count(*) from gateway.request where content is not null"))

    def cpu(self):
        return tree(self.process.pid) + self.postgres.cpu()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.postgres.stop()


def send(server, options, count):
    """Mails a second, and µs of CPU of the server for each. Every mail must be there afterwards."""
    before, cpu_before, started = server.stored(), server.cpu(), time.monotonic()
    # Without -d each mail has a connection of its own, as most mails have.
    reuse = ["-d"] if options.reuse else []
    run(["smtp-source", "-s", str(options.clients), "-m", str(count), "-l", str(options.size), "-f", "pat@example.org",
         "-t", RECIPIENT, *reuse, "127.0.0.1:%d" % server.port])
    seconds, spent = time.monotonic() - started, server.cpu() - cpu_before
    stored = server.stored() - before
    if stored != count:
        raise SystemExit("%s has %d mails of %d" % (server.name, stored, count))
    return {"rate": count / seconds, "cpu_us": spent / count}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", type=int, default=10_000, help="in each measurement")
    parser.add_argument("--size", type=int, default=4_096, help="octets of each")
    parser.add_argument("--clients", type=int, default=20, help="connections at the same time")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--reuse", action="store_true", help="one connection for all mails of a client")
    parser.add_argument("--warm-up", type=int, default=2, help="measurements before those that count")
    parser.add_argument("--jvm", default="-Xmx512m -XX:+UseSerialGC",
                        help="the collector is the one that Java chooses in a container of less than 2 GB or two CPUs")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="inbound-bench-")
    os.chmod(folder, 0o755)
    servers = []
    for name in ("postfix", "gateway"):
        os.makedirs(os.path.join(folder, name))
    rounds = []
    try:
        for server in (Postfix(os.path.join(folder, "postfix")), Gateway(os.path.join(folder, "gateway"), options.jvm)):
            servers.append(server)
            server.start()
        say("warming up")
        for server in servers:
            # A JVM compiles for some ten thousand mails what it runs for weeks afterwards.
            for _ in range(options.warm_up):
                send(server, options, options.mails)
        for number in range(options.repeat):
            rounds.append({server.name: send(server, options, options.mails) for server in servers})
            say("round %d: %s" % (number + 1, json.dumps(rounds[-1])))
    finally:
        for server in servers:
            server.stop()
    shutil.rmtree(folder)
    for server in servers:
        say("%-8s %7.0f mails/s   %5.0f µs of CPU each" % (
            server.name, statistics.median(r[server.name]["rate"] for r in rounds),
            statistics.median(r[server.name]["cpu_us"] for r in rounds)))
    ratios = sorted(r["gateway"]["rate"] / r["postfix"]["rate"] for r in rounds)
    say("gateway / postfix: %.2f (%.2f to %.2f)" % (statistics.median(ratios), ratios[0], ratios[-1]))
    os.makedirs(os.path.join(ROOT, "target"), exist_ok=True)
    with open(os.path.join(ROOT, "target", "bench-mail-gateway-inbound.json"), "w") as file:
        json.dump({"options": vars(options), "cores": os.cpu_count(), "rounds": rounds}, file, indent=1)


if __name__ == "__main__":
    main()
