package net.bpsolutions.sending.verifier.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.bpsolutions.sending.verifier.servers.OddServer.Manner;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** The datagrams that an {@link OddServer} sends to a question. */
final class OddReplies {

    private static final int A_WHILE = 300;
    private static final int TOO_LONG = 4000;

    private final InetSocketAddress truth;
    private final Manner manner;
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Record> seen = ConcurrentHashMap.newKeySet();

    OddReplies(InetSocketAddress truth, Manner manner) {
        this.truth = truth;
        this.manner = manner;
    }

    /** Never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Packet(byte[] bytes, int afterMillis, boolean fromElsewhere) {
        static Packet of(Message message) {
            return new Packet(message.toWire(), 0, false);
        }
    }

    List<Packet> to(Message query) throws IOException {
        return switch (manner) {
            case PASSING -> one(truth(query));
            case RESOLVING -> one(resolved(query));
            case SERVFAIL -> one(failure(query, Rcode.SERVFAIL));
            case REFUSED -> one(failure(query, Rcode.REFUSED));
            case NOTIMP -> one(failure(query, Rcode.NOTIMP));
            case SILENT -> List.of();
            case ABSENT -> one(absent(query));
            case WITHOUT_EDNS -> one(query.getOPT() == null ? truth(query) : failure(query, Rcode.FORMERR));
            case LAME -> one(reply(query));
            case REFERRING_UPWARDS -> one(upwards(query));
            case VALIDATING ->
                one(
                        isBelow("bogus", query) && !query.getHeader().getFlag(Flags.CD)
                                ? failure(query, Rcode.SERVFAIL)
                                : resolved(query));
            case FAILING -> one(isBelow("lost", query) ? failure(query, Rcode.SERVFAIL) : resolved(query));
            case WRONG_ID -> List.of(wrongId(query));
            case WRONG_QUESTION -> List.of(wrongQuestion(query));
            case SEVERAL_QUESTIONS -> one(severalQuestions(query));
            case QR_CLEAR -> one(without(absent(query), Flags.QR));
            case OTHER_OPCODE -> List.of(otherOpcode(query));
            case COMPRESSION_LOOP -> List.of(loop(query));
            case FROM_ANOTHER_PORT -> List.of(new Packet(absent(query).toWire(), 0, true));
            case LATE -> List.of(new Packet(truth(query).toWire(), TOO_LONG, false));
            case LIES_FIRST ->
                List.of(
                        new Packet(new byte[] {1, 2, 3}, 0, false),
                        wrongId(query),
                        wrongQuestion(query),
                        loop(query),
                        new Packet(absent(query).toWire(), 0, true),
                        new Packet(truth(query).toWire(), A_WHILE, false));
            case DUPLICATE -> List.of(Packet.of(truth(query)), Packet.of(truth(query)), Packet.of(absent(query)));
            case SLOW -> List.of(new Packet(truth(query).toWire(), A_WHILE, false));
            case OVERSIZED -> one(oversized(query));
            case TRUNCATING,
                    TRUNCATING_AND_REFUSING,
                    TRUNCATING_AND_HANGING,
                    TRUNCATING_AND_DRIPPING,
                    TRUNCATING_AND_CLOSING,
                    TRUNCATING_AND_BREAKING_OFF -> one(truncated(query));
            case FLIP_FLOP -> one(turn.getAndIncrement() % 2 == 0 ? truth(query) : denial(query));
            case CATCHING_UP -> one(seen.add(query.getQuestion()) ? denial(query) : truth(query));
        };
    }

    private static List<Packet> one(Message message) {
        return List.of(Packet.of(message));
    }

    private Message truth(Message query) throws IOException {
        SimpleResolver resolver = new SimpleResolver(truth);
        resolver.setTCP(true);
        resolver.setTimeout(Duration.ofSeconds(5));
        resolver.setEDNS(-1);
        Message reply = resolver.send(query.clone());
        reply.getHeader().setID(query.getHeader().getID());
        return reply;
    }

    private Message resolved(Message query) throws IOException {
        return without(truth(query), Flags.AA);
    }

    private static Message without(Message message, int flag) {
        message.getHeader().unsetFlag(flag);
        return message;
    }

    private static Message reply(Message query) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        return reply;
    }

    private static Message failure(Message query, int rcode) {
        Message reply = reply(query);
        reply.getHeader().setRcode(rcode);
        return reply;
    }

    private static Message absent(Message query) {
        Message reply = failure(query, Rcode.NXDOMAIN);
        reply.getHeader().setFlag(Flags.AA);
        Name apex = Name.fromConstantString("example.");
        reply.addRecord(new SOARecord(apex, DClass.IN, 5, apex, apex, 1, 1, 1, 1, 5), Section.AUTHORITY);
        return reply;
    }

    /** Of everything but what a server is recognised by. */
    private Message denial(Message query) throws IOException {
        return query.getQuestion().getType() == Type.SOA ? truth(query) : absent(query);
    }

    private static Message upwards(Message query) {
        Message reply = reply(query);
        Name server = Name.fromConstantString("a.root-servers.example.");
        reply.addRecord(new NSRecord(Name.root, DClass.IN, 5, server), Section.AUTHORITY);
        return reply;
    }

    private static boolean isBelow(String label, Message query) {
        return query.getQuestion().getName().toString().matches("(.*\\.)?" + label + ".*");
    }

    private static Packet wrongId(Message query) {
        Message reply = absent(query);
        reply.getHeader().setID(query.getHeader().getID() ^ 1);
        return Packet.of(reply);
    }

    private static Packet wrongQuestion(Message query) {
        Record other = Record.newRecord(
                Name.fromConstantString("other.example."), query.getQuestion().getType(), DClass.IN);
        Message reply = absent(query);
        reply.removeAllRecords(Section.QUESTION);
        reply.addRecord(other, Section.QUESTION);
        return Packet.of(reply);
    }

    private static Message severalQuestions(Message query) {
        Message reply = absent(query);
        reply.addRecord(Record.newRecord(Name.fromConstantString("other.example."), 1, DClass.IN), Section.QUESTION);
        return reply;
    }

    private static Packet otherOpcode(Message query) {
        Message reply = absent(query);
        reply.getHeader().setOpcode(Opcode.NOTIFY);
        return Packet.of(reply);
    }

    /** The owner name of its answer points at itself. */
    private static Packet loop(Message query) {
        Message reply = reply(query);
        reply.getHeader().setFlag(Flags.AA);
        byte[] head = reply.toWire();
        byte[] record = {(byte) 0xC0, (byte) head.length, 0, 16, 0, 1, 0, 0, 0, 5, 0, 2, 1, 'x'};
        byte[] whole = Arrays.copyOf(head, head.length + record.length);
        System.arraycopy(record, 0, whole, head.length, record.length);
        whole[7] = 1;
        return new Packet(whole, 0, false);
    }

    private static Message oversized(Message query) {
        Message reply = reply(query);
        reply.getHeader().setFlag(Flags.AA);
        Name name = query.getQuestion().getName();
        for (int index = 0; index < 20; index++) {
            reply.addRecord(new TXTRecord(name, DClass.IN, 5, index + "x".repeat(200)), Section.ANSWER);
        }
        return reply;
    }

    private static Message truncated(Message query) {
        Message reply = reply(query);
        reply.getHeader().setFlag(Flags.AA);
        reply.getHeader().setFlag(Flags.TC);
        return reply;
    }
}
