package net.bpsolutions.sending.gateway.authentication;

import java.time.Duration;

/** DNS for one mail: what is asked after its time is not known, at once, so that no thread is held for a stranger's sake. */
final class TimedDns implements Dns {

    private final Dns dns;
    private final long until;

    TimedDns(Dns dns, Duration time) {
        this.dns = dns;
        this.until = System.nanoTime() + time.toNanos();
    }

    @Override
    public Lookup lookup(String name, Type type) {
        return System.nanoTime() - until < 0 ? dns.lookup(name, type) : new Lookup.Unavailable();
    }
}
