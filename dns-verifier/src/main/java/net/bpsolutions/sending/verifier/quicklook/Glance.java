package net.bpsolutions.sending.verifier.quicklook;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.dkim.Dkim;
import net.bpsolutions.sending.verifier.dmarc.Dmarc;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.ownership.Ownership;
import net.bpsolutions.sending.verifier.spf.Spf;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/** One quick look at one domain: asks everything at once, and judges when the last answer is there. */
final class Glance {

    private static final Lookup.Unavailable NOT_AS_EXPECTED = new Lookup.Unavailable(Reason.SERVFAIL, "");

    private final DomainName domain;
    private final List<ExpectedRecord> expected;
    private final KnownTexts texts;
    private final UniEmitter<? super QuickLook.Seen> emitter;

    /** One for each expected record, and one for the name servers. */
    private final AtomicReferenceArray<Lookup> lookups;

    private final AtomicReferenceArray<VendorKey> keys;

    /** Of DMARC records that name an address: whether it takes reports was asked elsewhere. */
    private final AtomicReferenceArray<RecordCheck> policies;

    private final AtomicInteger missing;

    Glance(
            DomainName domain,
            List<ExpectedRecord> expected,
            KnownTexts texts,
            UniEmitter<? super QuickLook.Seen> emitter) {
        int count = expected.size();
        this.domain = domain;
        this.expected = expected;
        this.texts = texts;
        this.emitter = emitter;
        this.lookups = new AtomicReferenceArray<>(count + 1);
        this.keys = new AtomicReferenceArray<>(count);
        this.policies = new AtomicReferenceArray<>(count);
        this.missing = new AtomicInteger(
                count + 1 + (int) expected.stream().filter(Glance::isAlias).count());
    }

    void start(Asking asking, VendorKeys vendorKeys, Duration patience) {
        for (int index = 0; index < expected.size(); index++) {
            ExpectedRecord each = expected.get(index);
            int at = index;
            RrType type = isAlias(each) ? RrType.CNAME : RrType.TXT;
            asking.ask(new Question(OwnerName.canonical(each.name()), type), patience, lookup -> {
                lookups.set(at, lookup);
                if (each.purpose() == Purpose.DMARC && namesAnAddress(lookup)) {
                    askForPermits(asking, patience.dividedBy(2), each, at);
                } else {
                    arrived();
                }
            });
            if (isAlias(each)) {
                vendorKeys.at(OwnerName.canonical(each.value()), patience, key -> {
                    keys.set(at, key);
                    arrived();
                });
            }
        }
        asking.ask(new Question(domain.value(), RrType.NS), patience, lookup -> {
            lookups.set(expected.size(), lookup);
            arrived();
        });
    }

    /** Whoever cannot be asked in time does not refuse. */
    private void askForPermits(Asking asking, Duration patience, ExpectedRecord each, int at) {
        Lookup own = lookups.get(at);
        Dns dns = question -> Uni.createFrom().emitter(answer -> asking.ask(question, patience, answer::complete));
        Dmarc.glance(dns, domain, each, own)
                .ifNoItem()
                .after(patience)
                .recoverWithItem(() -> Dmarc.glance(each, own))
                .subscribe()
                .with(
                        check -> {
                            policies.set(at, timed(check, own));
                            arrived();
                        },
                        emitter::fail);
    }

    private static boolean namesAnAddress(Lookup lookup) {
        return lookup.records().stream().anyMatch(text -> text.indexOf('@') >= 0);
    }

    private void arrived() {
        if (missing.decrementAndGet() == 0) {
            try {
                emitter.complete(seen());
            } catch (RuntimeException bug) {
                emitter.fail(bug);
            }
        }
    }

    private QuickLook.Seen seen() {
        List<RecordCheck> records = new ArrayList<>(expected.size());
        for (int index = 0; index < expected.size(); index++) {
            records.add(judge(expected.get(index), index));
        }
        List<String> nameservers = new ArrayList<>(lookups.get(expected.size()).records());
        Collections.sort(nameservers);
        return new QuickLook.Seen(records, List.copyOf(nameservers));
    }

    private RecordCheck judge(ExpectedRecord each, int at) {
        Lookup lookup = lookups.get(at);
        return switch (each.purpose()) {
            case DKIM ->
                isAlias(each)
                        ? dkim(each, lookup, keys.get(at))
                        : Verdict.nothing(each).unknown(NOT_AS_EXPECTED);
            case DMARC -> Objects.requireNonNullElseGet(policies.get(at), () -> dmarc(each, lookup));
            case SPF -> timed(Spf.glance(each, lookup), lookup);
            case OWNERSHIP -> timed(Ownership.glance(each, lookup), lookup);
        };
    }

    private RecordCheck dmarc(ExpectedRecord each, Lookup lookup) {
        return texts.areFlawless(each, lookup) && lookup instanceof Lookup.Answer(var found, Long ttl)
                ? new Verdict(each, found, ttl).ok(List.of())
                : texts.judged(each, lookup, timed(Dmarc.glance(each, lookup), lookup));
    }

    /** With the TTL, if the judge was not told it. */
    private static RecordCheck timed(RecordCheck check, Lookup lookup) {
        return check.ttl() == null && !check.found().isEmpty() && lookup instanceof Lookup.Answer(var _, Long ttl)
                ? new RecordCheck(check.purpose(), check.name(), check.state(), check.found(), ttl, check.findings())
                : check;
    }

    /** The vendor's key speaks for a selector that points there, and for no other. */
    private RecordCheck dkim(ExpectedRecord each, Lookup cname, VendorKey key) {
        if (!(cname instanceof Lookup.Answer(var targets, Long ttl))
                || !targets.equals(List.of(OwnerName.canonical(each.value())))) {
            return Verdict.nothing(each).unknown(NOT_AS_EXPECTED);
        }
        return key.isFlawless()
                ? new Verdict(each, targets, ttl).ok(List.of())
                : key.judged(Dkim.glance(domain, each, cname, key.trail()));
    }

    private static boolean isAlias(ExpectedRecord each) {
        return each.purpose() == Purpose.DKIM && each.type() == RecordType.CNAME;
    }
}
