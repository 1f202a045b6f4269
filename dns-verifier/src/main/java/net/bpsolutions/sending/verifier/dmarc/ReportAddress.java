package net.bpsolutions.sending.verifier.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import net.bpsolutions.sending.verifier.lookup.OwnerName;

/**
 * Where reports are to go (RFC 9989 §4.6).
 *
 * @param uri as written, without its size limit
 * @param position of its first character in the record, counted from 1
 * @param limit {@code !} and a size, as RFC 7489 had it; empty without one
 */
record ReportAddress(String uri, int position, String limit) {

    private static final int LONGEST = 512;
    private static final String MAILTO = "mailto:";
    private static final Pattern LIMIT = Pattern.compile("!\\d{1,20}[kmgt]?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCAL_PART = Pattern.compile("[#-'*+\\-.0-9=A-Z^-~][#-'*+\\-./0-9=A-Z^-~]{0,127}");
    private static final Pattern OTHER_URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+://[!-~&&[^<>\"]]++");

    /** The addresses of a {@code rua} or {@code ruf} tag; blank ones are left out. */
    static List<ReportAddress> of(Tag tag) {
        List<ReportAddress> addresses = new ArrayList<>();
        String value = tag.value();
        int start = 0;
        while (start <= value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            int at = Characters.skipWsp(value, start, end);
            if (at < end) {
                addresses.add(of(value.substring(at, end).strip(), tag.valueAt() + at));
            }
            start = end + 1;
        }
        return addresses;
    }

    private static ReportAddress of(String written, int position) {
        int mark = written.lastIndexOf('!');
        return mark > 0 && LIMIT.matcher(written.substring(mark)).matches()
                ? new ReportAddress(written.substring(0, mark), position, written.substring(mark))
                : new ReportAddress(written, position, "");
    }

    /** The domain of a mail address that can receive a report. */
    Optional<String> host() {
        return isMail() ? hostOf(uri.substring(MAILTO.length())) : Optional.empty();
    }

    /** Whether it is a URI at all, of whatever scheme. */
    boolean isUri() {
        boolean isOther =
                !isMail() && uri.length() <= LONGEST && OTHER_URI.matcher(uri).matches();
        return isOther || host().isPresent();
    }

    private boolean isMail() {
        return uri.regionMatches(true, 0, MAILTO, 0, MAILTO.length());
    }

    /** The URI that was meant by an address alone, or by a URI that is one already. */
    Optional<String> meant() {
        if (isUri()) {
            return Optional.of(uri + limit);
        }
        String bare = uri.substring(uri.lastIndexOf(':') + 1).replaceFirst("^/{1,2}", "");
        return hostOf(bare).map(host -> MAILTO + bare + limit);
    }

    private static Optional<String> hostOf(String address) {
        int query = address.indexOf('?');
        String mailbox = query < 0 ? address : address.substring(0, query);
        int at = mailbox.lastIndexOf('@');
        if (address.length() > LONGEST
                || at < 1
                || !LOCAL_PART.matcher(mailbox.substring(0, at)).matches()) {
            return Optional.empty();
        }
        String host = OwnerName.canonical(mailbox.substring(at + 1).toLowerCase(Locale.ROOT));
        return OwnerName.isValid(host) && host.indexOf('.') > 0 ? Optional.of(host) : Optional.empty();
    }
}
