package net.bpsolutions.sending.verifier.quicklook;

import static net.bpsolutions.sending.verifier.servers.ScriptedResolver.answer;
import static net.bpsolutions.sending.verifier.servers.ScriptedResolver.blank;
import static net.bpsolutions.sending.verifier.servers.ScriptedResolver.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.servers.ScriptedResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Whose word is taken, and for what. */
class CourierTest {

    private static final Question POLICY = new Question("_dmarc.clinic.example", RrType.TXT);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }

    @Test
    void joinsTheStringsOfARecordAndTellsItsTtl() {
        Asked asked = asked(ScriptedResolver.answering("TXT \"v=DMARC1;\" \" p=none\""));

        assertThat(asked.of(POLICY)).isEqualTo(new Lookup.Answer(List.of("v=DMARC1; p=none"), 300L));
    }

    @Test
    void tellsAbsentNamesFromAbsentRecordsAndFailures() {
        assertThat(rcode(Rcode.NXDOMAIN)).isEqualTo(new Lookup.NoSuchDomain());
        assertThat(rcode(Rcode.NOERROR)).isEqualTo(new Lookup.NoData());
        assertThat(rcode(Rcode.SERVFAIL)).isEqualTo(new Lookup.Unavailable(Reason.SERVFAIL, ""));
        assertThat(rcode(Rcode.REFUSED)).isEqualTo(new Lookup.Unavailable(Reason.REFUSED, ""));
    }

    @Test
    void ignoresALateReplyToAnotherQuestionWithTheSameId() {
        Asked asked = asked(new ScriptedResolver((query, reply) -> {
            reply.send(forQuestion(answer(query, "TXT \"v=DMARC1; p=none\""), "_dmarc.other.example.", Type.TXT));
            reply.send(answer(query, "TXT \"v=DMARC1; p=reject\"").toWire());
        }));

        assertThat(asked.of(POLICY).records()).containsExactly("v=DMARC1; p=reject");
    }

    @Test
    void ignoresAReplyToAnotherTypeOfTheSameName() {
        Asked asked = asked(new ScriptedResolver((query, reply) -> {
            reply.send(forQuestion(blank(query), query.getQuestion().getName().toString(), Type.A));
            reply.send(answer(query, "TXT \"v=DMARC1; p=none\"").toWire());
        }));

        assertThat(asked.of(POLICY).records()).hasSize(1);
    }

    @Test
    void believesNobodyButTheResolverItAsked() throws Exception {
        DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        parts.push(stranger);
        Asked asked = asked(new ScriptedResolver((query, reply) -> {
            byte[] spoofed = answer(query, "TXT \"v=DMARC1; p=none\"").toWire();
            stranger.send(new DatagramPacket(spoofed, spoofed.length, reply.asker()));
            reply.send(answer(query, "TXT \"v=DMARC1; p=reject\"").toWire());
        }));

        assertThat(IntStream.range(0, 20).mapToObj(each -> asked.of(POLICY).records()))
                .hasSize(20)
                .allMatch(List.of("v=DMARC1; p=reject")::equals);
    }

    @Test
    void ignoresAQuestionThatComesBack() {
        Asked asked = asked(new ScriptedResolver((query, reply) -> {
            reply.send(query.toWire());
            reply.send(answer(query, "TXT x").toWire());
        }));

        assertThat(asked.of(POLICY).records()).containsExactly("x");
    }

    @Test
    void takesNoAnswerFromOtherNames() {
        Asked asked = asked(new ScriptedResolver((query, reply) -> {
            Message poisoned = blank(query);
            poisoned.addRecord(record("_dmarc.other.example.", "TXT \"v=DMARC1; p=none\""), Section.ANSWER);
            reply.send(poisoned.toWire());
        }));

        assertThat(asked.of(POLICY)).isEqualTo(new Lookup.NoData());
    }

    @Test
    void takesATruncatedAnswerForNone() {
        ScriptedResolver resolver = new ScriptedResolver((query, reply) -> {
            Message part = answer(query, "TXT \"v=DMARC1; p=none\"");
            part.getHeader().setFlag(Flags.TC);
            reply.send(part.toWire());
        });
        Asked asked = asked(resolver);

        assertThat(asked.of(POLICY)).isInstanceOf(Lookup.Unavailable.class);
        assertThat(resolver.questions()).hasSize(1);
    }

    @Test
    void takesAnAnswerBesideAnAliasForNone() {
        Asked asked = asked(ScriptedResolver.answering("TXT \"v=DMARC1; p=none\"", "CNAME policy.vendor.example."));

        assertThat(asked.of(POLICY)).isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void followsACnameWithinTheReply() {
        Asked asked = asked(new ScriptedResolver((query, reply) -> {
            Message chain = answer(query, "CNAME policy.vendor.example.");
            chain.addRecord(record("POLICY.vendor.example.", "TXT \"v=DMARC1; p=none\""), Section.ANSWER);
            reply.send(chain.toWire());
        }));

        assertThat(asked.of(POLICY)).isEqualTo(new Lookup.Answer(List.of("v=DMARC1; p=none"), 300L));
    }

    @Test
    void reportsACnameThatLeadsOutOfTheReply() {
        Asked asked = asked(ScriptedResolver.answering("CNAME policy.vendor.example."));

        assertThat(asked.of(POLICY)).isEqualTo(new Lookup.Alias("policy.vendor.example", 300L));
    }

    @Test
    void endsACnameLoopWithinTheReply() {
        Asked asked = asked(ScriptedResolver.answering("CNAME _dmarc.clinic.example."));

        assertThat(asked.of(POLICY)).isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void isNotStoppedByGarbage() {
        Asked asked = asked(new ScriptedResolver((query, reply) -> {
            reply.send(new byte[0]);
            reply.send(new byte[] {1, 2, 3});
            reply.send(new byte[4000]);
            reply.send(answer(query, "TXT x").toWire());
        }));

        assertThat(asked.of(POLICY).records()).containsExactly("x");
    }

    @Test
    void goesOnWhenAnAnswerCannotBeTaken() {
        Asked asked = asked(ScriptedResolver.answering("TXT x"));
        asked.courier().ask(POLICY, Asked.PATIENCE, lookup -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(asked.of(POLICY).records()).containsExactly("x");
    }

    @Test
    void foretellsNoIdAndFewPorts() {
        ScriptedResolver resolver = ScriptedResolver.answering("TXT x");
        Asked asked = asked(resolver);

        IntStream.range(0, 100)
                .forEach(each -> assertThat(asked.of(POLICY).records()).hasSize(1));

        assertThat(resolver.questions().stream()
                        .map(query -> query.getHeader().getID())
                        .distinct())
                .hasSizeGreaterThan(90);
        assertThat(resolver.ports()).hasSizeGreaterThan(1);
        assertThat(resolver.questions()).allMatch(query -> query.getOPT() != null);
    }

    private Lookup rcode(int rcode) {
        return asked(new ScriptedResolver((query, reply) -> {
                    Message answer = blank(query);
                    answer.getHeader().setRcode(rcode);
                    reply.send(answer.toWire());
                }))
                .of(POLICY);
    }

    private static byte[] forQuestion(Message reply, String name, int type) throws IOException {
        reply.removeAllRecords(Section.QUESTION);
        reply.addRecord(Record.newRecord(org.xbill.DNS.Name.fromString(name), type, DClass.IN), Section.QUESTION);
        return reply.toWire();
    }

    private Asked asked(ScriptedResolver resolver) {
        parts.push(resolver);
        Asked asked = Asked.with(Asked.LONG, 1, 64, resolver);
        parts.push(asked);
        return asked;
    }
}
