package net.bpsolutions.sending.verifier.quicklook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;

/** Reads a reply. What is not whole or does not fit the question says nothing: only an answer beyond doubt is one. */
final class WireReply {

    private static final int RESPONSE = 0x8000;
    private static final int OPCODE = 0x7800;
    private static final int TRUNCATED = 0x0200;
    private static final int RCODE = 0x000F;
    private static final int NOERROR = 0;
    private static final int NXDOMAIN = 3;
    private static final int REFUSED = 5;
    private static final int LONGEST_CHAIN = 8;
    private static final int CLASS_IN = 1;
    private static final int FIXED_PART = 10;

    /** Over TCP there would be more to read; asking others the same way would not. */
    static final Lookup WHOLE_OVER_TCP_ONLY = new Lookup.Unavailable(Reason.SERVFAIL, "");

    private static final Lookup UNUSABLE = new Lookup.Unavailable(Reason.SERVFAIL, "");

    private final Octets message;
    private final Query query;
    private final int rcode;

    private WireReply(Octets message, Query query) {
        this.message = message;
        this.query = query;
        this.rcode = message.pair(2) & RCODE;
    }

    /** The outcome, or nothing when this is no reply to {@code query}: too old, or somebody else's. */
    static Optional<Lookup> read(Octets message, Query query) {
        try {
            int flags = message.pair(2);
            if ((flags & RESPONSE) == 0 || (flags & OPCODE) != 0 || !query.isRepeatedIn(message)) {
                return Optional.empty();
            }
            if ((flags & TRUNCATED) != 0) {
                return Optional.of(WHOLE_OVER_TCP_ONLY);
            }
        } catch (UnreadableReply notEvenAQuestion) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WireReply(message, query).outcome());
        } catch (UnreadableReply broken) {
            return Optional.of(UNUSABLE);
        }
    }

    private Lookup outcome() {
        return switch (rcode) {
            case NOERROR, NXDOMAIN -> along(answers());
            case REFUSED -> new Lookup.Unavailable(Reason.REFUSED, "");
            default -> UNUSABLE;
        };
    }

    private List<Rr> answers() {
        int count = message.pair(6);
        List<Rr> answers = new ArrayList<>(Math.min(count, 8));
        int at = query.end();
        for (int index = 0; index < count; index++) {
            int start = at;
            int fixed = WireName.skip(message, start);
            int size = message.pair(fixed + 8);
            at = fixed + FIXED_PART + size;
            message.octet(at - 1);
            if (message.pair(fixed + 2) == CLASS_IN) {
                answers.add(new Rr(
                        WireName.read(message, start),
                        message.pair(fixed),
                        message.ttl(fixed + 4),
                        fixed + FIXED_PART,
                        size));
            }
        }
        return answers;
    }

    /** From the name asked for along its CNAMEs, each of which must be the only thing at its name. */
    private Lookup along(List<Rr> answers) {
        byte[] name = query.name();
        long ttl = Long.MAX_VALUE;
        Lookup nothing = rcode == NXDOMAIN ? new Lookup.NoSuchDomain() : new Lookup.NoData();
        for (int step = 0; step <= LONGEST_CHAIN; step++) {
            List<Rr> rrset = at(name, query.type(), answers);
            List<Rr> aliases = query.type() == Rr.CNAME ? List.of() : at(name, Rr.CNAME, answers);
            ttl = Math.min(ttl, least(rrset));
            ttl = Math.min(ttl, least(aliases));
            if (!rrset.isEmpty()) {
                return aliases.isEmpty() && rcode == NOERROR ? answer(rrset, ttl) : UNUSABLE;
            }
            if (aliases.isEmpty()) {
                return nothing;
            }
            if (aliases.size() > 1) {
                return UNUSABLE;
            }
            name = aliases.getFirst().target(message);
            nothing = new Lookup.Alias(WireName.text(name), ttl);
        }
        return UNUSABLE;
    }

    private Lookup answer(List<Rr> rrset, long ttl) {
        List<String> presented = new ArrayList<>(rrset.size());
        for (Rr each : rrset) {
            presented.add(each.present(message));
        }
        return new Lookup.Answer(presented, ttl);
    }

    private static List<Rr> at(byte[] owner, int type, List<Rr> answers) {
        List<Rr> rrset = new ArrayList<>(answers.size());
        for (Rr each : answers) {
            if (each.type() == type && Arrays.equals(each.owner(), owner)) {
                rrset.add(each);
            }
        }
        return rrset;
    }

    private static long least(List<Rr> rrset) {
        long least = Long.MAX_VALUE;
        for (Rr each : rrset) {
            least = Math.min(least, each.ttl());
        }
        return least;
    }
}
