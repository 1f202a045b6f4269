package net.bpsolutions.sending.local.dns;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Turns the bytes of a query into the bytes of a response, whatever those bytes are. */
final class Responder {

    private static final int HEADER_LENGTH = 12;
    private static final int CLASSIC_LIMIT = 512;
    private static final int OUR_PAYLOAD = 1232;
    private static final int TCP_LIMIT = 65_535;

    private final Supplier<World> world;

    Responder(Supplier<World> world) {
        this.world = world;
    }

    /** The response that fits into a datagram; empty for what does not deserve one. */
    Optional<byte[]> overUdp(byte[] query) {
        return respond(query, false);
    }

    /** The response in full length. */
    Optional<byte[]> overTcp(byte[] query) {
        return respond(query, true);
    }

    private Optional<byte[]> respond(byte[] wire, boolean overTcp) {
        if (wire.length < HEADER_LENGTH || (wire[2] & 0x80) != 0) {
            return Optional.empty();
        }
        try {
            Message query = new Message(wire);
            OPTRecord edns = query.getOPT();
            int limit =
                    overTcp ? TCP_LIMIT : edns == null ? CLASSIC_LIMIT : Math.max(CLASSIC_LIMIT, edns.getPayloadSize());
            return Optional.of(response(query).toWire(limit));
        } catch (IOException | RuntimeException e) {
            return Optional.of(formatError(wire));
        }
    }

    private Message response(Message query) {
        Header asked = query.getHeader();
        Message response = new Message(asked.getID());
        Header header = response.getHeader();
        header.setFlag(Flags.QR);
        header.setOpcode(asked.getOpcode());
        header.setFlag(Flags.RA);
        if (asked.getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        query.getSection(Section.QUESTION).forEach(question -> response.addRecord(question, Section.QUESTION));
        int rcode = refusal(query);
        header.setRcode(rcode & 0xF);
        if (rcode == Rcode.NOERROR) {
            Record question = query.getQuestion();
            new Answerer(world.get(), response).answer(question.getName(), question.getType());
        }
        echoEdns(query, response, rcode);
        return response;
    }

    private static int refusal(Message query) {
        OPTRecord edns = query.getOPT();
        if (query.getHeader().getOpcode() != Opcode.QUERY) {
            return Rcode.NOTIMP;
        }
        if (query.getHeader().getCount(Section.QUESTION) != 1) {
            return Rcode.FORMERR;
        }
        if (edns != null && edns.getVersion() > 0) {
            return Rcode.BADVERS;
        }
        Record question = query.getQuestion();
        boolean transfer = question.getType() == Type.AXFR || question.getType() == Type.IXFR;
        return transfer || question.getDClass() != DClass.IN ? Rcode.REFUSED : Rcode.NOERROR;
    }

    private static void echoEdns(Message query, Message response, int rcode) {
        OPTRecord edns = query.getOPT();
        if (edns != null) {
            int flags = edns.getFlags() & ExtendedFlags.DO;
            response.addRecord(new OPTRecord(OUR_PAYLOAD, rcode >> 4, 0, flags), Section.ADDITIONAL);
        }
    }

    /** FORMERR with nothing but the header (RFC 1035 §4.1.1): the rest could not be read. */
    private static byte[] formatError(byte[] wire) {
        byte[] response = new byte[HEADER_LENGTH];
        response[0] = wire[0];
        response[1] = wire[1];
        response[2] = (byte) (0x80 | (wire[2] & 0x79));
        response[3] = Rcode.FORMERR;
        return response;
    }
}
