package net.bpsolutions.sending.verifier.quicklook;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
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
    private final Memory memory;
    private final UniEmitter<? super QuickLook.Seen> emitter;

    /** One for each expected record, and one for the name servers. */
    private final AtomicReferenceArray<Lookup> lookups;

    private final AtomicReferenceArray<VendorKey> keys;

    /** Of all but DKIM keys, which are judged when both halves are there. */
    private final AtomicReferenceArray<RecordCheck> judged;

    private final AtomicInteger missing;

    /** What is known from looks at other domains. */
    record Memory(VendorKeys keys, Neighbours neighbours, KnownTexts texts) {}

    Glance(
            DomainName domain,
            List<ExpectedRecord> expected,
            Memory memory,
            UniEmitter<? super QuickLook.Seen> emitter) {
        int count = expected.size();
        this.domain = domain;
        this.expected = expected;
        this.memory = memory;
        this.emitter = emitter;
        this.lookups = new AtomicReferenceArray<>(count + 1);
        this.keys = new AtomicReferenceArray<>(count);
        this.judged = new AtomicReferenceArray<>(count);
        this.missing = new AtomicInteger(
                count + 1 + (int) expected.stream().filter(Glance::isAlias).count());
    }

    void start(Asking asking, Duration patience) {
        for (int index = 0; index < expected.size(); index++) {
            ExpectedRecord each = expected.get(index);
            int at = index;
            RrType type = isAlias(each) ? RrType.CNAME : RrType.TXT;
            asking.ask(new Question(OwnerName.canonical(each.name()), type), patience, orFail(lookup -> {
                lookups.set(at, lookup);
                look(asking, at, patience.dividedBy(2));
            }));
            if (isAlias(each)) {
                memory.keys().at(OwnerName.canonical(each.value()), patience, orFail(key -> {
                    keys.set(at, key);
                    arrived();
                }));
            }
        }
        asking.ask(new Question(domain.value(), RrType.NS), patience, orFail(lookup -> {
            lookups.set(expected.size(), lookup);
            arrived();
        }));
    }

    /** Whoever brings an answer has no use for what goes wrong with it. */
    private <T> Consumer<T> orFail(Consumer<T> then) {
        return answer -> {
            try {
                then.accept(answer);
            } catch (RuntimeException | StackOverflowError bug) {
                emitter.fail(bug);
            }
        };
    }

    /**
     * Judges what can be judged by itself.
     *
     * @param patience with whoever else has to be asked; who cannot be asked in time has nothing against it
     */
    private void look(Asking asking, int at, Duration patience) {
        ExpectedRecord each = expected.get(at);
        Lookup lookup = lookups.get(at);
        switch (each.purpose()) {
            case DKIM -> arrived();
            case OWNERSHIP -> judged(at, Ownership.glance(each, lookup));
            case DMARC -> {
                if (namesAnAddress(lookup)) {
                    wait(
                            at,
                            Dmarc.glance(elsewhere(asking, patience), domain, each, lookup),
                            patience,
                            Dmarc.glance(each, lookup));
                } else {
                    judged(at, dmarc(each, lookup));
                }
            }
            case SPF -> {
                RecordCheck check = Spf.glance(each, lookup);
                if (check.state() == RecordState.UNKNOWN && lookup instanceof Lookup.Answer) {
                    wait(at, Spf.glance(memory.neighbours(), each, lookup), patience, check);
                } else {
                    judged(at, check);
                }
            }
        }
    }

    /** Names that a stranger's alias leads to: what nobody can ask for is not there. */
    private static Dns elsewhere(Asking asking, Duration patience) {
        return question -> OwnerName.isValid(question.name())
                ? Uni.createFrom().emitter(answer -> asking.ask(question, patience, answer::complete))
                : Uni.createFrom().item(new Lookup.NoSuchDomain());
    }

    private void wait(int at, Uni<RecordCheck> check, Duration patience, RecordCheck otherwise) {
        check.ifNoItem()
                .after(patience)
                .recoverWithItem(otherwise)
                .subscribe()
                .with(orFail(each -> judged(at, each)), emitter::fail);
    }

    private void judged(int at, RecordCheck check) {
        judged.set(at, timed(check, lookups.get(at)));
        arrived();
    }

    private static boolean namesAnAddress(Lookup lookup) {
        return lookup.records().stream().anyMatch(text -> text.indexOf('@') >= 0);
    }

    private void arrived() {
        if (missing.decrementAndGet() == 0) {
            emitter.complete(seen());
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
        RecordCheck early = judged.get(at);
        if (early != null) {
            return early;
        }
        return isAlias(each)
                ? dkim(each, lookups.get(at), keys.get(at))
                : Verdict.nothing(each).unknown(NOT_AS_EXPECTED);
    }

    private RecordCheck dmarc(ExpectedRecord each, Lookup lookup) {
        return memory.texts().areFlawless(each, lookup) && lookup instanceof Lookup.Answer(var found, Long ttl)
                ? new Verdict(each, found, ttl).ok(List.of())
                : memory.texts().judged(each, lookup, Dmarc.glance(each, lookup));
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
