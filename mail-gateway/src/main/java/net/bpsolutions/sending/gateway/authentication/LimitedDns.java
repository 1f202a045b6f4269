package net.bpsolutions.sending.gateway.authentication;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What the SPF library asks, for one mail, within the limits that it does not keep itself (RFC 7208 §4.6.4): two void
 * look-ups, ten names of an MX; and a bound on all look-ups together, against records that make us ask for strangers.
 */
final class LimitedDns implements DNSService {

    private static final int MAX_VOID = 2;
    private static final int MAX_NAMES = 10;
    /** Ten terms, each MX with ten addresses of two kinds. */
    private static final int MAX_QUESTIONS = 60;

    private final Dns dns;
    private int questions;
    private int voids;
    private boolean exceeded;

    LimitedDns(Dns dns) {
        this.dns = dns;
    }

    /** A limit was reached: whatever the library says, the result is permerror. */
    boolean exceeded() {
        return exceeded;
    }

    @Override
    public @Nullable List<String> getRecords(DNSRequest request) throws TimeoutException {
        if (exceeded || ++questions > MAX_QUESTIONS) {
            exceeded = true;
            return null;
        }
        Dns.Type type = type(request.getRecordType());
        return switch (dns.lookup(request.getHostname(), type)) {
            case Lookup.Answer(var values) -> within(values, type);
            case Lookup.Nothing() -> nothing();
            case Lookup.Unavailable() -> throw new TimeoutException("not known");
        };
    }

    private @Nullable List<String> within(List<String> values, Dns.Type type) {
        if (type == Dns.Type.MX && values.size() > MAX_NAMES) {
            exceeded = true;
            return null;
        }
        // Of more names of a client the rest is ignored (RFC 7208 §4.6.4).
        int kept = type == Dns.Type.PTR ? Math.min(values.size(), MAX_NAMES) : values.size();
        // The library takes elements out of what it is given.
        return new ArrayList<>(values.subList(0, kept));
    }

    /** The first question is for the record itself: that there is none is an answer of its own. */
    private @Nullable List<String> nothing() {
        if (questions > 1 && ++voids > MAX_VOID) {
            exceeded = true;
        }
        return null;
    }

    private static Dns.Type type(int type) {
        return switch (type) {
            case DNSRequest.A -> Dns.Type.A;
            case DNSRequest.AAAA -> Dns.Type.AAAA;
            case DNSRequest.MX -> Dns.Type.MX;
            case DNSRequest.PTR -> Dns.Type.PTR;
            default -> Dns.Type.TXT;
        };
    }

    @Override
    public CompletionStage<@Nullable List<String>> getRecordsAsync(DNSRequest request) {
        try {
            return CompletableFuture.completedFuture(getRecords(request));
        } catch (TimeoutException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public List<String> getLocalDomainNames() {
        return List.of();
    }

    @Override
    public void setTimeOut(int seconds) {
        // The client has time-outs of its own.
    }

    @Override
    public int getRecordLimit() {
        return MAX_NAMES;
    }

    @Override
    public void setRecordLimit(int limit) {
        // Fixed.
    }
}
