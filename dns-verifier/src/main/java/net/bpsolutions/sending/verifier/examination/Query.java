package net.bpsolutions.sending.verifier.examination;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.Question;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** One question as it is sent, with an id of its own, and the eye that tells its reply from everything else. */
final class Query {

    /** Fits every path without fragments (DNS flag day 2020). */
    static final int UDP_PAYLOAD = 1232;

    private static final int HEADER = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Message message;

    private Query(Message message) {
        this.message = message;
    }

    /** With a fresh random id. */
    static Query of(Question question, Manner manner, boolean edns) {
        Header header = new Header(RANDOM.nextInt(1 << Short.SIZE));
        if (manner != Manner.ITERATIVE) {
            header.setFlag(Flags.RD);
        }
        if (manner == Manner.CHECKING_DISABLED) {
            header.setFlag(Flags.CD);
        }
        Message message = new Message(header.getID());
        message.setHeader(header);
        int type = Type.value(question.type().name());
        message.addRecord(Record.newRecord(absolute(question.name()), type, DClass.IN), Section.QUESTION);
        if (edns) {
            message.addRecord(new OPTRecord(UDP_PAYLOAD, 0, 0), Section.ADDITIONAL);
        }
        return new Query(message);
    }

    byte[] wire() {
        return message.toWire();
    }

    /** The reply that a datagram is; one that is larger than we allowed counts as truncated, whatever is in it. */
    Optional<Message> replyIn(byte[] datagram) {
        return datagram.length > UDP_PAYLOAD && isHeadedAsReply(datagram)
                ? Optional.of(truncated())
                : replyInStream(datagram);
    }

    /** The reply that these bytes are; empty when they are anything else. */
    Optional<Message> replyInStream(byte[] bytes) {
        if (!isHeadedAsReply(bytes)) {
            return Optional.empty();
        }
        try {
            Message reply = new Message(bytes);
            return isAbout(reply) ? Optional.of(reply) : Optional.empty();
        } catch (IOException | RuntimeException garbage) {
            return Optional.empty();
        }
    }

    /** The id is ours, QR is set, and the opcode is QUERY. */
    private boolean isHeadedAsReply(byte[] bytes) {
        if (bytes.length < HEADER) {
            return false;
        }
        int id = Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort());
        int opcode = (bytes[2] >> 3) & 0xF;
        boolean isReply = bytes[2] < 0;
        return isReply && opcode == Opcode.QUERY && id == message.getHeader().getID();
    }

    /** It repeats the question and no other; only an error may leave it out (RFC 5452 §9.1). */
    private boolean isAbout(Message reply) {
        int questions = reply.getSection(Section.QUESTION).size();
        return questions == 1
                ? reply.getQuestion().equals(message.getQuestion())
                : questions == 0 && reply.getRcode() != Rcode.NOERROR && reply.getRcode() != Rcode.NXDOMAIN;
    }

    private Message truncated() {
        Message reply = new Message(message.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.TC);
        reply.addRecord(message.getQuestion(), Section.QUESTION);
        return reply;
    }

    private static Name absolute(String name) {
        try {
            return Name.fromString(name + ".");
        } catch (IOException impossible) {
            throw new IllegalStateException("a valid owner name was refused", impossible);
        }
    }
}
