package net.bpsolutions.sending.verifier.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.RrType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class ReplyReaderTest {

    private static final String SOA = "ns1.example.com. hostmaster.example.com. 7 3600 600 604800 ";

    @Test
    void joinsTheStringsOfEachRecord() throws IOException {
        Message reply = reply(Rcode.NOERROR);
        add(reply, Section.ANSWER, "www.example.com.", "TXT", 60, "\"one \" \"two\"");
        add(reply, Section.ANSWER, "www.example.com.", "TXT", 30, "\"three\"");

        assertThat(read(reply, RrType.TXT)).isEqualTo(new Lookup.Answer(List.of("one two", "three"), 30L));
    }

    @Test
    void passesOverWhatBelongsToOtherNames() throws IOException {
        Message reply = reply(Rcode.NOERROR);
        add(reply, Section.ANSWER, "evil.example.com.", "TXT", 60, "x");

        assertThat(read(reply, RrType.TXT)).isEqualTo(new Lookup.NoData());
    }

    @Test
    void passesOverOtherClasses() throws IOException {
        Message reply = reply(Rcode.NOERROR);
        reply.addRecord(
                Record.fromString(Name.fromString("www.example.com."), Type.TXT, DClass.CH, 60, "x", Name.root),
                Section.ANSWER);

        assertThat(read(reply, RrType.TXT)).isEqualTo(new Lookup.NoData());
    }

    @Test
    void takesTheFirstStepOfAChainWhateverTheRcode() throws IOException {
        Message reply = reply(Rcode.NXDOMAIN);
        add(reply, Section.ANSWER, "WWW.example.com.", "CNAME", 60, "a.example.net.");
        add(reply, Section.ANSWER, "a.example.net.", "CNAME", 60, "b.example.net.");

        assertThat(read(reply, RrType.TXT)).isEqualTo(new Lookup.Alias("a.example.net", 60L));
        assertThat(read(reply, RrType.CNAME)).isEqualTo(new Lookup.Answer(List.of("a.example.net"), 60L));
    }

    @Test
    void makesTheCnameThatADnameStandsFor() throws IOException {
        Message reply = reply(Rcode.NOERROR);
        add(reply, Section.ANSWER, "example.com.", "DNAME", 60, "example.net.");

        assertThat(read(reply, RrType.TXT)).isEqualTo(new Lookup.Alias("www.example.net", 60L));
        assertThat(read(reply, RrType.CNAME)).isEqualTo(new Lookup.Answer(List.of("www.example.net"), 60L));
    }

    @Test
    void doesNotApplyADnameToItsOwnOwner() throws IOException {
        Message reply = reply(Rcode.NOERROR);
        add(reply, Section.ANSWER, "www.example.com.", "DNAME", 60, "example.net.");

        assertThat(read(reply, RrType.TXT)).isEqualTo(new Lookup.NoData());
    }

    /** The lesser of the SOA record's TTL and its last field. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 900, 300, 300
            0, 300, 900, 300
            3, 900, 300, 300
            """)
    void remembersAbsenceAsLongAsTheSoaAllows(int rcode, long ttl, long minimum, long expected) throws IOException {
        Message reply = reply(rcode);
        add(reply, Section.AUTHORITY, "example.com.", "SOA", ttl, SOA + minimum);

        assertThat(read(reply, RrType.TXT).ttl()).isEqualTo(expected);
        assertThat(read(reply, RrType.TXT))
                .isInstanceOf(rcode == Rcode.NXDOMAIN ? Lookup.NoSuchDomain.class : Lookup.NoData.class);
    }

    @Test
    void doesNotKnowForHowLongWithoutAnSoaOfAZoneAbove() throws IOException {
        Message reply = reply(Rcode.NXDOMAIN);
        add(reply, Section.AUTHORITY, "example.net.", "SOA", 60, SOA + 60);

        assertThat(read(reply, RrType.TXT)).isEqualTo(new Lookup.NoSuchDomain());
    }

    @ParameterizedTest
    @CsvSource({"2, SERVFAIL", "5, REFUSED", "4, SERVFAIL", "1, SERVFAIL", "9, SERVFAIL", "6, SERVFAIL"})
    void neverTakesAFailureForAbsence(int rcode, Reason reason) throws IOException {
        assertThat(read(reply(rcode), RrType.TXT))
                .isInstanceOfSatisfying(
                        Lookup.Unavailable.class,
                        lost -> assertThat(lost.reason()).isEqualTo(reason));
    }

    @Test
    void seesAReferralWithItsGlue() throws IOException {
        Message reply = reply(Rcode.NOERROR);
        add(reply, Section.AUTHORITY, "example.com.", "NS", 60, "NS1.example.com.");
        add(reply, Section.ADDITIONAL, "ns1.example.com.", "A", 60, "192.0.2.1");

        Referral referral =
                ReplyReader.read(reply, question(RrType.TXT)).referral().orElseThrow();

        assertThat(referral.zone()).isEqualTo("example.com");
        assertThat(referral.nameservers()).containsExactly("ns1.example.com");
        assertThat(referral.glue()).containsEntry("ns1.example.com", List.of("192.0.2.1"));
    }

    @Test
    void takesNeitherAnAuthoritativeAnswerNorForeignServersForAReferral() throws IOException {
        Message authoritative = reply(Rcode.NOERROR);
        authoritative.getHeader().setFlag(Flags.AA);
        add(authoritative, Section.AUTHORITY, "example.com.", "NS", 60, "ns1.example.com.");
        Message foreign = reply(Rcode.NOERROR);
        add(foreign, Section.AUTHORITY, "example.net.", "NS", 60, "ns1.example.net.");

        assertThat(ReplyReader.read(authoritative, question(RrType.TXT)).referral())
                .isEmpty();
        assertThat(ReplyReader.read(foreign, question(RrType.TXT)).referral()).isEmpty();
    }

    @Test
    void presentsAnExchangeWithoutTheDot() throws IOException {
        Message reply = reply(Rcode.NOERROR);
        add(reply, Section.ANSWER, "www.example.com.", "MX", 60, "10 Mail.example.com.");

        assertThat(read(reply, RrType.MX).records()).containsExactly("10 mail.example.com");
    }

    private static Question question(RrType type) {
        return new Question("www.example.com", type);
    }

    private static Lookup read(Message reply, RrType type) {
        return ReplyReader.read(reply, question(type)).lookup();
    }

    private static Message reply(int rcode) {
        Message reply = new Message(7);
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setRcode(rcode);
        return reply;
    }

    private static void add(Message reply, int section, String name, String type, long ttl, String data)
            throws IOException {
        reply.addRecord(
                Record.fromString(Name.fromString(name), Type.value(type), DClass.IN, ttl, data, Name.root), section);
    }
}
