package net.bpsolutions.sending.local.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Master;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Reads a zone from a master file (RFC 1035 §5). */
final class ZoneFile {

    static final String SUFFIX = ".zone";

    /** Short, so that an edit is seen at once by whoever caches. */
    private static final long DEFAULT_TTL = 5;

    private static final Pattern ORIGIN = Pattern.compile("(?im)^\\$ORIGIN\\s+(\\S+)");
    private static final Pattern ABSOLUTE_SOA_OWNER =
            Pattern.compile("(?im)^([^\\s;$]+\\.)\\s+(?:\\S+\\s+){0,2}SOA\\s");

    private ZoneFile() {}

    /**
     * The origin is {@code $ORIGIN}, else the absolute owner of the SOA record, else the file's name. A missing SOA or
     * NS record is made up, and records of other zones are left out.
     *
     * @throws IOException with file, line and reason when it cannot be understood
     */
    static Zone read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Name origin = origin(file, text);
        List<Record> records = records(file, text, origin);
        SOARecord soa = records.stream()
                .filter(rr -> rr instanceof SOARecord && rr.getName().equals(origin))
                .map(SOARecord.class::cast)
                .findFirst()
                .orElseGet(() -> madeUpSoa(origin));
        records.removeIf(rr -> rr instanceof SOARecord);
        if (records.stream()
                .noneMatch(rr -> rr.getType() == Type.NS && rr.getName().equals(origin))) {
            records.add(new NSRecord(origin, DClass.IN, DEFAULT_TTL, within(origin, "ns1")));
        }
        addressesOfNameServers(origin, records);
        return new Zone(origin, soa, records);
    }

    private static Name origin(Path file, String text) throws IOException {
        String name = first(ORIGIN, text, first(ABSOLUTE_SOA_OWNER, text, fileName(file)));
        try {
            return Name.fromString(name.toLowerCase(Locale.ROOT), Name.root);
        } catch (TextParseException e) {
            throw new IOException(file.getFileName() + ": " + name + " is not a name for a zone", e);
        }
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    private static String fileName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static List<Record> records(Path file, String text, Name origin) throws IOException {
        List<Record> records = new ArrayList<>();
        try (var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                Master master = new Master(in, origin, DEFAULT_TTL)) {
            master.disableIncludes();
            for (Record rr = master.nextRecord(); rr != null; rr = master.nextRecord()) {
                if (rr.getName().subdomain(origin)) {
                    records.add(rr);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(place(file, e), e);
        }
        return records;
    }

    /** The parser says {@code <none>:12: why} for a file it does not know the name of. */
    private static String place(Path file, Exception e) {
        String message = String.valueOf(e.getMessage());
        return file.getFileName()
                + (message.startsWith("<none>") ? message.substring("<none>".length()) : ": " + message);
    }

    /** In this world every name server is this one, unless the zone says otherwise. */
    private static void addressesOfNameServers(Name origin, List<Record> records) {
        List<Name> unaddressed = records.stream()
                .filter(rr -> rr.getType() == Type.NS && rr.getName().equals(origin))
                .map(rr -> ((NSRecord) rr).getTarget())
                .filter(target -> target.subdomain(origin))
                .filter(target -> records.stream().noneMatch(rr -> rr.getName().equals(target)))
                .distinct()
                .toList();
        unaddressed.forEach(target -> records.add(loopback(target)));
    }

    static ARecord loopback(Name name) {
        return new ARecord(name, DClass.IN, DEFAULT_TTL, InetAddress.ofLiteral("127.0.0.1"));
    }

    static SOARecord madeUpSoa(Name origin) {
        return new SOARecord(
                origin,
                DClass.IN,
                DEFAULT_TTL,
                within(origin, "ns1"),
                within(origin, "hostmaster"),
                1,
                3600,
                600,
                604_800,
                DEFAULT_TTL);
    }

    private static Name within(Name origin, String label) {
        try {
            return new Name(label, origin);
        } catch (TextParseException e) {
            return origin;
        }
    }
}
