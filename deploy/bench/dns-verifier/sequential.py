"""What peers do: one question after the other with dnspython. Prints domains per second and how many were not all good."""

import sys
import time

import dns.resolver

from world import questions

server, port, path, seconds = sys.argv[1], int(sys.argv[2]), sys.argv[3], float(sys.argv[4])
resolver = dns.resolver.Resolver(configure=False)
resolver.nameservers, resolver.port = [server], port
checked = wrong = 0
start = time.monotonic()
with open(path) as domains:
    for line in domains:
        try:
            answers = [resolver.resolve(name, rrtype) for name, rrtype in questions(line.split()[0])]
            wrong += b"v=DMARC1; p=none" != b"".join(answers[2][0].strings)
        except dns.exception.DNSException:
            wrong += 1
        checked += 1
        if time.monotonic() - start > seconds:
            break
print(checked / (time.monotonic() - start), wrong)
