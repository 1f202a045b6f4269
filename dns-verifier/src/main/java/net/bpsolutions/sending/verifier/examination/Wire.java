package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** Asks one server one question: UDP with EDNS, again when nothing comes back, TCP when the answer is truncated. */
final class Wire {

    private final Sockets sockets;
    private final Health health;
    private final Pace pace;

    /** For any server. */
    Wire(Sockets sockets, Health health, Pace pace) {
        this.sockets = sockets;
        this.health = health;
        this.pace = pace;
    }

    Health health() {
        return health;
    }

    /** For authoritative servers. */
    Pace pace() {
        return pace;
    }

    /** Never fails: what goes wrong is {@link Lookup.Unavailable}. Ends within twice the time that the server has. */
    Uni<Reply> ask(ServerAddress server, Question question, Manner manner) {
        if (!OwnerName.isValid(question.name())) {
            return Uni.createFrom().item(Reply.of(new Lookup.NoSuchDomain(), true));
        }
        Pace own = manner == Manner.ITERATIVE ? pace : pace.forResolvers();
        return message(server, question, manner, own)
                .ifNoItem()
                .after(own.timeout().multipliedBy(2))
                .on(own.timer())
                .fail()
                .map(message -> ReplyReader.read(message, question))
                .onFailure()
                .recoverWithItem(why -> why instanceof NoRoute ? Reply.NO_ROUTE : Reply.silence());
    }

    private Uni<Message> message(ServerAddress server, Question question, Manner manner, Pace own) {
        return tries(server, question, manner, own)
                .chain(message -> rejectsEdns(message)
                        ? sockets.overUdp(server, Query.of(question, manner, false), own.timeout())
                                .onFailure()
                                .recoverWithItem(message)
                        : Uni.createFrom().item(message))
                .chain(message -> message.getHeader().getFlag(Flags.TC)
                        ? overTcp(server, question, manner, own)
                        : Uni.createFrom().item(message));
    }

    /** The last try goes without EDNS, for the sake of what drops what it does not know. */
    private Uni<Message> tries(ServerAddress server, Question question, Manner manner, Pace own) {
        List<Supplier<Uni<Message>>> tries = IntStream.rangeClosed(0, own.retries())
                .<Supplier<Uni<Message>>>mapToObj(index -> () -> sockets.overUdp(
                        server,
                        Query.of(question, manner, index == 0 || index < own.retries()),
                        own.timeout().minus(own.pause().multipliedBy(index))))
                .toList();
        return Hedge.of(tries, message -> true, own)
                .onItem()
                .invoke(() -> health.heard(server))
                .onFailure()
                .invoke(why -> unheard(server, why));
    }

    private Uni<Message> overTcp(ServerAddress server, Question question, Manner manner, Pace own) {
        return Uni.createFrom()
                .deferred(() -> sockets.overTcp(server, Query.of(question, manner, true), own.timeout()))
                .onFailure()
                .retry()
                .atMost(1);
    }

    /** RFC 6891 §7. */
    private static boolean rejectsEdns(Message message) {
        return message.getRcode() == Rcode.FORMERR || message.getRcode() == Rcode.NOTIMP;
    }

    private void unheard(ServerAddress server, Throwable why) {
        if (!(why instanceof NoRoute)) {
            health.silent(server);
        }
    }
}
