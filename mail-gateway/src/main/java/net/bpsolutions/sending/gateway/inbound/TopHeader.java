package net.bpsolutions.sending.gateway.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.bpsolutions.sending.gateway.mail.Address;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;

/** The fields of the outermost header that matter. */
final class TopHeader {

    private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply");
    private static final Set<String> MACHINES =
            Set.of("list-id", "list-unsubscribe", "x-autoreply", "x-autorespond", "x-failed-recipients");

    /** Characters of a From with one mailbox; more is no address but an attack on who reads it. */
    private static final int MAX_FROM = 4_000;

    private final EncodedWords words;
    private final List<String> froms = new ArrayList<>();
    private final List<String> resent = new ArrayList<>();
    private String subject = "";
    private boolean automatic;
    private boolean submittedByMachine;
    private final List<String> answered = new ArrayList<>();
    private final List<String> thread = new ArrayList<>();
    private int hops;

    TopHeader(EncodedWords words) {
        this.words = words;
    }

    void add(Field field) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        String value = field.getBody() == null ? "" : field.getBody().strip();
        switch (name) {
            case "from" -> froms.add(words.within(value));
            case "resent-from" -> resent.add(words.within(value));
            case "subject" -> subject = value;
            case "in-reply-to" -> answered.addAll(Findings.ids(value));
            case "references" -> thread.addAll(Findings.ids(value));
            case "received" -> hops++;
            case "auto-submitted" -> submittedByMachine |= !keyword(value).equals("no");
            case "precedence" -> automatic |= BULK.contains(keyword(value));
            // A DSN or a read receipt quotes what it reports on, our key included, and proves nothing.
            case "content-type" -> automatic |= keyword(value).equals("multipart/report");
            default -> automatic |= MACHINES.contains(name);
        }
    }

    private static String keyword(String value) {
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Mailbox single(List<String> writers) {
        if (writers.size() != 1 || writers.getFirst().length() > MAX_FROM) {
            return null;
        }
        MailboxList mailboxes = LenientAddressParser.DEFAULT
                .parseAddressList(writers.getFirst())
                .flatten();
        return mailboxes.size() == 1 ? mailboxes.get(0) : null;
    }

    /** Null unless there is one From with one mailbox in it. */
    @Nullable Address author() {
        return address(single(froms));
    }

    /**
     * Who resent by hand what a machine wrote, our own message say (RFC 5322 §3.6.6); null when nobody did, or a machine.
     */
    @Nullable Address resender() {
        return submittedByMachine && !automatic ? address(single(resent)) : null;
    }

    private static @Nullable Address address(@Nullable Mailbox from) {
        if (from == null || from.getDomain() == null) {
            return null;
        }
        try {
            return new Address(from.getAddress());
        } catch (IllegalArgumentException nobodyWeCouldWriteTo) {
            return null;
        }
    }

    /** The display name of the author; empty for none. */
    String authorName() {
        Mailbox from = single(froms);
        return from == null || from.getName() == null ? "" : from.getName();
    }

    /** The mail that is answered, then the thread from its end. */
    List<String> references() {
        List<String> nearestFirst = new ArrayList<>(answered);
        nearestFirst.addAll(thread.reversed());
        return nearestFirst.subList(0, Math.min(nearestFirst.size(), Findings.MAX_IDS));
    }

    int hops() {
        return hops;
    }

    String subject() {
        return words.decoded(subject);
    }

    boolean automatic() {
        return automatic || submittedByMachine;
    }
}
