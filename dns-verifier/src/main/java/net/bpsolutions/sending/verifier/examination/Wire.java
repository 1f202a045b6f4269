package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks one server one question: UDP with EDNS, TCP when the answer is truncated, again when nothing usable comes back. */
final class Wire {

    /** Fits every path without fragments (DNS flag day 2020). */
    private static final int UDP_PAYLOAD = 1232;

    private final Duration timeout;
    private final int retries;

    /**
     * For any server.
     *
     * @param timeout of one try; TCP after truncation gets as much again
     * @param retries after the first try
     */
    Wire(Duration timeout, int retries) {
        this.timeout = timeout;
        this.retries = retries;
    }

    /** Never fails: what goes wrong is {@link Lookup.Unavailable}. */
    Uni<Reply> ask(ServerAddress server, Question question, boolean recurse) {
        if (!OwnerName.isValid(question.name())) {
            return Uni.createFrom().item(new Reply(new Lookup.NoSuchDomain(), true, List.of()));
        }
        return send(server, question, recurse, true)
                .chain(message -> message.getRcode() == Rcode.FORMERR
                        ? send(server, question, recurse, false)
                        : Uni.createFrom().item(message))
                .onFailure()
                .retry()
                .atMost(retries)
                .map(message -> ReplyReader.read(message, question))
                .onFailure()
                .recoverWithItem(() -> Reply.unavailable(new Lookup.Unavailable(Reason.TIMEOUT, "")));
    }

    private Uni<Message> send(ServerAddress server, Question question, boolean recurse, boolean edns) {
        return Uni.createFrom().completionStage(() -> {
            SimpleResolver resolver = new SimpleResolver(server.socket());
            resolver.setTimeout(timeout);
            resolver.setEDNS(edns ? 0 : -1, UDP_PAYLOAD, 0, List.of());
            return resolver.sendAsync(query(question, recurse));
        });
    }

    private static Message query(Question question, boolean recurse) {
        try {
            Name name = Name.fromString(question.name() + ".");
            Message query = Message.newQuery(
                    Record.newRecord(name, Type.value(question.type().name()), DClass.IN));
            if (!recurse) {
                query.getHeader().unsetFlag(Flags.RD);
            }
            return query;
        } catch (IOException impossible) {
            throw new IllegalStateException("a valid owner name was refused", impossible);
        }
    }
}
