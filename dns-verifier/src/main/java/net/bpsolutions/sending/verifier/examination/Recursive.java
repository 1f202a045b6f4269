package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.util.List;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;

/** Asks the configured resolvers, one after the other until one gives a definite answer. */
public final class Recursive implements Dns {

    private final Wire wire;
    private final List<ServerAddress> resolvers;

    /** The one that answered last: a dead one is not waited for with every question. */
    private volatile int preferred;

    Recursive(Wire wire, List<ServerAddress> resolvers) {
        this.wire = wire;
        this.resolvers = List.copyOf(resolvers);
    }

    @Override
    public Uni<Lookup> lookup(Question question) {
        return ask(question).map(Reply::lookup);
    }

    Uni<Reply> ask(Question question) {
        return ask(question, preferred, resolvers.size());
    }

    List<ServerAddress> resolvers() {
        return resolvers;
    }

    private Uni<Reply> ask(Question question, int index, int left) {
        return wire.ask(resolvers.get(index), question, true).chain(reply -> {
            if (isUsable(reply)) {
                preferred = index;
            }
            return isUsable(reply) || left == 1
                    ? Uni.createFrom().item(reply)
                    : ask(question, (index + 1) % resolvers.size(), left - 1);
        });
    }

    private static boolean isUsable(Reply reply) {
        return reply.isDefinite() || !reply.referral().isEmpty();
    }
}
