"""The domains of the bench: one zone each, as in real life, and what the verifier has to say about every one of them."""

import os

CNAME_1, CNAME_2, TXT = "dkim1.mandrillapp.com.", "dkim2.mandrillapp.com.", '"v=DMARC1; p=none"'
OK = "OK,OK,OK"

# What a clinic may have got wrong: the records it published, and the states they must lead to.
MISTAKES = [
    ([("mte1._domainkey", "CNAME", CNAME_1), ("mte2._domainkey", "CNAME", CNAME_2)], "OK,OK,MISSING"),
    ([("mte1._domainkey", "CNAME", CNAME_2), ("mte2._domainkey", "CNAME", CNAME_1), ("_dmarc", "TXT", TXT)], "WRONG,WRONG,OK"),
    ([("mte2._domainkey", "CNAME", CNAME_2), ("_dmarc", "TXT", TXT)], "MISSING,OK,OK"),
    ([("mte1._domainkey", "CNAME", CNAME_1), ("mte2._domainkey", "CNAME", "dkim.elsewhere.example."), ("_dmarc", "TXT", TXT)], "OK,WRONG,OK"),
    ([("mte1._domainkey", "TXT", '"v=DKIM1; k=rsa; p=AAAA"'), ("mte2._domainkey", "CNAME", CNAME_2), ("_dmarc", "TXT", TXT)], "WRONG,OK,OK"),
    ([("mte1._domainkey", "CNAME", CNAME_1), ("mte2._domainkey", "CNAME", CNAME_2), ("_dmarc", "TXT", TXT), ("_dmarc", "TXT", '"v=DMARC1; p=reject"')], "OK,OK,CONFLICT"),
    ([("mte1._domainkey", "CNAME", CNAME_1), ("mte2._domainkey", "CNAME", CNAME_2), ("_dmarc", "TXT", '"v=DMARC1; p=nothing"')], "OK,OK,WRONG"),
]
RIGHT = ([("mte1._domainkey", "CNAME", CNAME_1), ("mte2._domainkey", "CNAME", CNAME_2), ("_dmarc", "TXT", TXT)], OK)

ZONE = """$ORIGIN {domain}.
$TTL 3600
@ SOA ns1.dns.example. hostmaster.dns.example. 1 3600 600 604800 300
@ NS ns1.dns.example.
@ NS ns2.dns.example.
"""

KNOT = """server:
    listen: 127.0.0.1@{port}
    rundir: {folder}
    udp-workers: {workers}
    tcp-workers: 2
    background-workers: 2
log:
  - target: stderr
    any: error
database:
    storage: {folder}/db
template:
  - id: default
    storage: {folder}/zones
    file: "%s.zone"
    zonefile-sync: -1
    zonefile-load: whole
    journal-content: none
    semantic-checks: off
zone:
"""


def questions(domain):
    """What a check of an all-good domain asks; dnsperf and the sequential checker ask the same."""
    return [
        ("mte1._domainkey." + domain, "CNAME"),
        ("mte2._domainkey." + domain, "CNAME"),
        ("_dmarc." + domain, "TXT"),
        (domain, "NS"),
    ]


class World:
    """`count` good domains, and as many again of which one in ten is not."""

    def __init__(self, folder, count, port, workers):
        self.folder, self.port = folder, port
        self.good = [("good-%06d.example" % at, RIGHT) for at in range(count)]
        self.mixed = [
            ("mixed-%06d.example" % at, MISTAKES[at // 10 % len(MISTAKES)] if at % 10 == 0 else RIGHT)
            for at in range(count // 5)
        ]
        self.workers = workers

    def write(self):
        zones = os.path.join(self.folder, "zones")
        os.makedirs(zones)
        os.makedirs(os.path.join(self.folder, "db"))
        self._zone(zones, "example", 'ns1.dns A 127.0.0.1\nns2.dns A 127.0.0.1\n')
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mandrillapp.com.zone")) as vendor:
            self._file(os.path.join(zones, "mandrillapp.com.zone"), vendor.read())
        for domain, (records, _) in self.good + self.mixed:
            self._zone(zones, domain, "".join("%s %s %s\n" % record for record in records))
        names = ["example", "mandrillapp.com"] + [domain for domain, _ in self.good + self.mixed]
        conf = KNOT.format(port=self.port, folder=self.folder, workers=self.workers)
        self._file(self.path("knot.conf"), conf + "".join("  - domain: %s\n" % name for name in names))
        self._list("good", self.good)
        self._list("small", self.good[:1000])
        self._list("mixed", self.mixed)

    def path(self, name):
        return os.path.join(self.folder, name)

    def _list(self, name, domains):
        self._file(self.path(name + ".txt"), "".join("%s %s\n" % (domain, states) for domain, (_, states) in domains))
        asked = (question for domain, _ in domains for question in questions(domain))
        self._file(self.path(name + ".queries"), "".join("%s %s\n" % question for question in asked))

    def _zone(self, zones, domain, records):
        self._file(os.path.join(zones, domain + ".zone"), ZONE.format(domain=domain) + records)

    @staticmethod
    def _file(path, text):
        with open(path, "w") as file:
            file.write(text)
