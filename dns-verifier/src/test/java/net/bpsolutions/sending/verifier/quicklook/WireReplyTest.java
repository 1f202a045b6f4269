package net.bpsolutions.sending.verifier.quicklook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class WireReplyTest {

    private static final Question POLICY = new Question("_dmarc.clinic.example", RrType.TXT);
    private static final Question SERVERS = new Question("clinic.example", RrType.NS);

    @Property(tries = 300)
    void readsTextsAsDnsjavaDoes(
            @ForAll @Size(min = 1, max = 6) List<@Size(min = 1, max = 3) List<@Size(max = 40) byte[]>> records)
            throws Exception {
        Message reply = reply("_dmarc.clinic.example.", Type.TXT);
        for (List<byte[]> strings : records) {
            reply.addRecord(text(strings), Section.ANSWER);
        }
        byte[] wire = reply.toWire();
        List<String> joined = new ArrayList<>();
        for (Record each : new Message(wire).getSection(Section.ANSWER)) {
            joined.add(join(((TXTRecord) each).getStringsAsByteArrays()));
        }

        assertThat(read(wire, POLICY).orElseThrow().records()).containsExactlyElementsOf(joined);
    }

    @Property(tries = 300)
    void readsNamesAsDnsjavaDoes(@ForAll @Size(min = 1, max = 4) List<@Size(min = 1, max = 63) byte[]> labels)
            throws Exception {
        Name name = Name.root;
        for (byte[] label : labels) {
            byte[] wire = new byte[label.length + 2];
            wire[0] = (byte) label.length;
            System.arraycopy(label, 0, wire, 1, label.length);
            name = Name.concatenate(new Name(wire), Name.root).equals(Name.root) ? name : prepend(wire, name);
        }
        Message reply = reply("clinic.example.", Type.NS);
        reply.addRecord(new NSRecord(Name.fromString("clinic.example."), DClass.IN, 60, name), Section.ANSWER);

        String expected = name.toString(true).toLowerCase(Locale.ROOT);
        assertThat(read(reply.toWire(), SERVERS).orElseThrow().records()).containsExactly(expected);
    }

    /** Cut anywhere, it is no answer; whatever is changed, reading ends and does not fail. */
    @Property(tries = 500)
    void readsNothingFromPartsAndSurvivesChanges(
            @ForAll @IntRange(max = 200) int end, @ForAll @IntRange(max = 200) int at, @ForAll byte octet)
            throws Exception {
        Message reply = reply("_dmarc.clinic.example.", Type.TXT);
        reply.addRecord(text(List.of("v=DMARC1; p=none".getBytes(UTF_8))), Section.ANSWER);
        byte[] whole = reply.toWire();
        byte[] changed = whole.clone();
        changed[at % whole.length] = octet;

        Optional<Lookup> part = read(Arrays.copyOf(whole, end % whole.length), POLICY);

        assertThat(part.map(Lookup::records).orElse(List.of())).isEmpty();
        assertThat(read(changed, POLICY)).isNotNull();
    }

    @FuzzTest(maxDuration = "20s")
    void survivesWhateverComes(byte[] datagram) {
        byte[] message = new byte[Math.max(datagram.length, 40)];
        System.arraycopy(datagram, 0, message, 0, datagram.length);
        // The rest is for the fuzzer to find: a reply, with our question.
        message[2] |= (byte) 0x80;
        message[4] = 0;
        message[5] = 1;

        read(message, POLICY).ifPresent(lookup -> assertThat(lookup.records()).doesNotContainNull());
        read(datagram, POLICY).ifPresent(lookup -> assertThat(lookup.records()).doesNotContainNull());
    }

    @Test
    void endsWhenPointersGoInCircles() throws Exception {
        Message reply = reply("clinic.example.", Type.NS);
        reply.addRecord(
                new NSRecord(Name.fromString("clinic.example."), DClass.IN, 60, Name.fromString("ns1.clinic.example.")),
                Section.ANSWER);
        byte[] wire = reply.toWire();
        // The last two octets point from the name server's name to the question; now to themselves.
        wire[wire.length - 2] = (byte) 0xC0;
        wire[wire.length - 1] = (byte) (wire.length - 2);

        assertThat(read(wire, SERVERS)).containsInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void readsFiveHundredRecords() throws Exception {
        Message reply = reply("_dmarc.clinic.example.", Type.TXT);
        for (int each = 0; each < 500; each++) {
            reply.addRecord(text(List.of(("record " + each).getBytes(UTF_8))), Section.ANSWER);
        }

        assertThat(read(reply.toWire(), POLICY).orElseThrow().records()).hasSize(500);
    }

    private static Name prepend(byte[] label, Name name) throws Exception {
        byte[] rest = name.toWire();
        byte[] wire = Arrays.copyOf(label, label.length - 1 + rest.length);
        System.arraycopy(rest, 0, wire, label.length - 1, rest.length);
        return wire.length > 200 ? name : new Name(wire);
    }

    private static Message reply(String owner, int type) throws Exception {
        Message reply = new Message(4711);
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(Record.newRecord(Name.fromString(owner), type, DClass.IN), Section.QUESTION);
        return reply;
    }

    private static Record text(List<byte[]> strings) throws Exception {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (byte[] each : strings) {
            data.write(each.length);
            data.writeBytes(each);
        }
        return TXTRecord.newRecord(
                Name.fromString("_dmarc.clinic.example."), Type.TXT, DClass.IN, 60, data.toByteArray());
    }

    private static String join(List<byte[]> strings) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        strings.forEach(joined::writeBytes);
        return joined.toString(UTF_8);
    }

    private static Optional<Lookup> read(byte[] datagram, Question question) {
        return WireReply.read(new Octets(datagram, datagram.length), new Query(question));
    }
}
