package net.bpsolutions.sending.verifier.examination;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Reads a message for what it says about one question. */
final class ReplyReader {

    private final Message message;
    private final Question question;

    private ReplyReader(Message message, Question question) {
        this.message = message;
        this.question = question;
    }

    static Reply read(Message message, Question question) {
        ReplyReader reader = new ReplyReader(message, question);
        List<String> referral = reader.referral();
        return new Reply(reader.lookup(), message.getHeader().getFlag(Flags.AA), referral);
    }

    /** An answer counts whatever the RCODE, which speaks of the last name of a chain (RFC 6604 §3). */
    private Lookup lookup() {
        List<Record> rrset = answers(Type.value(question.type().name()));
        if (!rrset.isEmpty()) {
            return new Lookup.Answer(rrset.stream().map(ReplyReader::present).toList(), ttl(rrset));
        }
        List<Record> aliases = answers(Type.CNAME);
        if (!aliases.isEmpty()) {
            return new Lookup.Alias(present(aliases.getFirst()), ttl(aliases));
        }
        return switch (message.getRcode()) {
            case Rcode.NOERROR -> isReferral() ? lame() : new Lookup.NoData();
            case Rcode.NXDOMAIN -> new Lookup.NoSuchDomain();
            case Rcode.REFUSED -> new Lookup.Unavailable(Reason.REFUSED, "");
            default -> new Lookup.Unavailable(Reason.SERVFAIL, Rcode.string(message.getRcode()));
        };
    }

    private static Lookup lame() {
        return new Lookup.Unavailable(Reason.LAME_DELEGATION, "");
    }

    private List<String> referral() {
        return isReferral()
                ? message.getSection(Section.AUTHORITY).stream()
                        .filter(server -> server.getType() == Type.NS
                                && name(server.getName()).equals(question.name()))
                        .map(ReplyReader::present)
                        .toList()
                : List.of();
    }

    /** No answer, no SOA, but name servers: ask those (RFC 2308 §2.2). */
    private boolean isReferral() {
        List<Record> authority = message.getSection(Section.AUTHORITY);
        return !message.getHeader().getFlag(Flags.AA)
                && message.getSection(Section.ANSWER).isEmpty()
                && authority.stream().noneMatch(entry -> entry.getType() == Type.SOA)
                && authority.stream().anyMatch(entry -> entry.getType() == Type.NS);
    }

    private List<Record> answers(int type) {
        return message.getSection(Section.ANSWER).stream()
                .filter(answer ->
                        answer.getType() == type && name(answer.getName()).equals(question.name()))
                .toList();
    }

    private static Long ttl(List<Record> rrset) {
        return rrset.stream().mapToLong(Record::getTTL).min().orElse(0);
    }

    private static String present(Record answer) {
        return switch (answer) {
            case CNAMERecord cname -> name(cname.getTarget());
            case NSRecord server -> name(server.getTarget());
            case TXTRecord text -> joined(text);
            default -> Optional.ofNullable(answer.rdataToString()).orElse("");
        };
    }

    /** Character-strings are joined without anything between them (RFC 6376 §3.6.2.2, RFC 7208 §3.3). */
    private static String joined(TXTRecord text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.getStringsAsByteArrays().forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String name(Name name) {
        return OwnerName.canonical(name.toString());
    }
}
