package net.bpsolutions.sending.verifier.examination;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.RrType;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Reads a message for what it says about one question; records of other names and other classes say nothing. */
final class ReplyReader {

    private final Message message;
    private final Question question;

    private ReplyReader(Message message, Question question) {
        this.message = message;
        this.question = question;
    }

    static Reply read(Message message, Question question) {
        Optional<Referral> referral = Referrals.in(message, question);
        Lookup lookup = new ReplyReader(message, question).lookup(referral.isPresent());
        return new Reply(lookup, message.getHeader().getFlag(Flags.AA), referral);
    }

    /** An answer counts whatever the RCODE, which speaks of the last name of a chain (RFC 6604 §3). */
    private Lookup lookup(boolean refers) {
        List<Record> rrset = answers(Type.value(question.type().name()));
        if (!rrset.isEmpty()) {
            return new Lookup.Answer(rrset.stream().map(Presentation::of).toList(), ttl(rrset));
        }
        List<Record> aliases = answers(Type.CNAME);
        if (!aliases.isEmpty()) {
            return new Lookup.Alias(Presentation.of(aliases.getFirst()), ttl(aliases));
        }
        return redirection().orElseGet(() -> withoutAnswer(refers));
    }

    private Lookup withoutAnswer(boolean refers) {
        return switch (message.getRcode()) {
            case Rcode.NOERROR -> refers ? lost(Reason.LAME_DELEGATION) : new Lookup.NoData(negativeTtl());
            case Rcode.NXDOMAIN -> new Lookup.NoSuchDomain(negativeTtl());
            case Rcode.REFUSED -> lost(Reason.REFUSED);
            case Rcode.SERVFAIL -> lost(Reason.SERVFAIL);
            default -> new Lookup.Unavailable(Reason.SERVFAIL, Rcode.string(message.getRcode()));
        };
    }

    private static Lookup lost(Reason reason) {
        return new Lookup.Unavailable(reason, "");
    }

    /** A DNAME above the name redirects it; the CNAME that should come along may be missing (RFC 6672 §3.1). */
    private Optional<Lookup> redirection() {
        return section(Section.ANSWER)
                .filter(answer -> answer instanceof DNAMERecord)
                .map(DNAMERecord.class::cast)
                .filter(dname -> question.name().endsWith("." + Presentation.name(dname.getName())))
                .findFirst()
                .map(this::redirected);
    }

    private Lookup redirected(DNAMERecord dname) {
        String above = Presentation.name(dname.getName());
        String kept = question.name().substring(0, question.name().length() - above.length());
        String target = OwnerName.canonical(kept + Presentation.name(dname.getTarget()));
        return question.type() == RrType.CNAME
                ? new Lookup.Answer(List.of(target), dname.getTTL())
                : new Lookup.Alias(target, dname.getTTL());
    }

    /** RFC 2308 §5: the lesser of the SOA record's own TTL and its MINIMUM field. */
    private @Nullable Long negativeTtl() {
        return section(Section.AUTHORITY)
                .filter(entry -> entry instanceof SOARecord)
                .map(SOARecord.class::cast)
                .filter(soa -> isAbove(Presentation.name(soa.getName())))
                .findFirst()
                .map(soa -> Math.min(soa.getTTL(), soa.getMinimum()))
                .orElse(null);
    }

    private boolean isAbove(String zone) {
        return zone.isEmpty() || OwnerName.isWithin(question.name(), zone);
    }

    private List<Record> answers(int type) {
        return section(Section.ANSWER)
                .filter(answer -> answer.getType() == type
                        && Presentation.name(answer.getName()).equals(question.name()))
                .toList();
    }

    private Stream<Record> section(int section) {
        return message.getSection(section).stream().filter(entry -> entry.getDClass() == DClass.IN);
    }

    private static Long ttl(List<Record> rrset) {
        return rrset.stream().mapToLong(Record::getTTL).min().orElse(0);
    }
}
