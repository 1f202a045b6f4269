package net.bpsolutions.sending.verifier.examination;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Finds the referral in a message. */
final class Referrals {

    private Referrals() {}

    /** No answer, no SOA, but name servers of a zone that holds the name: ask those (RFC 2308 §2.2). */
    static Optional<Referral> in(Message message, Question question) {
        if (message.getHeader().getFlag(Flags.AA)
                || message.getRcode() != Rcode.NOERROR
                || !message.getSection(Section.ANSWER).isEmpty()
                || section(message, Section.AUTHORITY).anyMatch(entry -> entry.getType() == Type.SOA)) {
            return Optional.empty();
        }
        return section(message, Section.AUTHORITY)
                .filter(entry -> entry instanceof NSRecord)
                .map(entry -> Presentation.name(entry.getName()))
                .findFirst()
                .map(zone -> new Referral(zone, nameservers(message, zone), glue(message)))
                .filter(referral -> referral.zone().isEmpty() || OwnerName.isWithin(question.name(), referral.zone()));
    }

    private static List<String> nameservers(Message message, String zone) {
        return section(message, Section.AUTHORITY)
                .filter(entry -> entry instanceof NSRecord
                        && Presentation.name(entry.getName()).equals(zone))
                .map(Presentation::of)
                .distinct()
                .toList();
    }

    private static Map<String, List<String>> glue(Message message) {
        return section(message, Section.ADDITIONAL)
                .filter(entry -> entry instanceof ARecord || entry instanceof AAAARecord)
                .collect(groupingBy(entry -> Presentation.name(entry.getName()), mapping(Presentation::of, toList())));
    }

    private static Stream<Record> section(Message message, int section) {
        return message.getSection(section).stream().filter(entry -> entry.getDClass() == DClass.IN);
    }
}
