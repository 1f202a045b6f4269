package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;

/** Asks the configured resolvers: the next one as well when one takes long, and at once when it gives no definite answer. */
public final class Recursive implements Dns {

    private final Wire wire;
    private final List<ServerAddress> resolvers;

    Recursive(Wire wire, List<ServerAddress> resolvers) {
        this.wire = wire;
        this.resolvers = List.copyOf(resolvers);
    }

    /**
     * What one resolver says.
     *
     * @param resolver its address
     */
    record View(String resolver, Lookup lookup) {}

    @Override
    public Uni<Lookup> lookup(Question question) {
        return ask(question, Manner.RECURSIVE)
                .chain(reply -> reply.isServerFailure()
                        ? explained(resolvers, question, reply.lookup())
                        : Uni.createFrom().item(reply.lookup()));
    }

    Uni<Reply> ask(Question question, Manner manner) {
        List<ServerAddress> ordered = livingFirst();
        Set<ServerAddress> waitedFor = ConcurrentHashMap.newKeySet();
        return Hedge.of(
                        ordered.stream()
                                .<Supplier<Uni<Reply>>>map(resolver -> () -> {
                                    waitedFor.add(resolver);
                                    return wire.ask(resolver, question, manner)
                                            .onItem()
                                            .invoke(() -> waitedFor.remove(resolver));
                                })
                                .toList(),
                        reply -> reply.isDefinite() || reply.referral().isPresent(),
                        wire.pace())
                .onItem()
                .invoke(() -> waitedFor.forEach(wire.health()::silent));
    }

    /** What each resolver holds; empty for those that do not answer in time. */
    Uni<List<View>> views(Question question) {
        return Gathering.of(
                        resolvers.stream()
                                .map(resolver -> view(resolver, question))
                                .toList(),
                        view -> !(view.lookup() instanceof Lookup.Unavailable),
                        index -> wire.health().isSilent(resolvers.get(index)),
                        wire.pace())
                .map(views -> {
                    noteSilence(views);
                    return views.stream().flatMap(Optional::stream).toList();
                });
    }

    List<ServerAddress> resolvers() {
        return resolvers;
    }

    private Uni<View> view(ServerAddress resolver, Question question) {
        return wire.ask(resolver, question, Manner.RECURSIVE)
                .chain(reply -> reply.isServerFailure()
                        ? explained(List.of(resolver), question, reply.lookup())
                        : Uni.createFrom().item(reply.lookup()))
                .map(lookup -> new View(resolver.toString(), lookup));
    }

    private void noteSilence(List<Optional<View>> views) {
        IntStream.range(0, views.size())
                .filter(index -> views.get(index).isEmpty())
                .forEach(index -> wire.health().silent(resolvers.get(index)));
    }

    /** Bogus is what comes only with CD set (RFC 4035 §4.7); that it does, and without CD still does not, is asked for. */
    private Uni<Lookup> explained(List<ServerAddress> some, Question question, Lookup failure) {
        return asked(some, question, Manner.CHECKING_DISABLED)
                .chain(unchecked -> unchecked.isDefinite()
                        ? asked(some, question, Manner.RECURSIVE)
                                .map(again -> again.isServerFailure() ? bogus(some) : again.lookup())
                        : Uni.createFrom().item(failure));
    }

    private Uni<Reply> asked(List<ServerAddress> some, Question question, Manner manner) {
        return some.size() == 1 ? wire.ask(some.getFirst(), question, manner) : ask(question, manner);
    }

    private static Lookup bogus(List<ServerAddress> resolvers) {
        return new Lookup.Unavailable(
                Reason.DNSSEC_BOGUS,
                String.join(
                        ", ", resolvers.stream().map(ServerAddress::toString).toList()));
    }

    private List<ServerAddress> livingFirst() {
        List<ServerAddress> ordered = new ArrayList<>(resolvers);
        ordered.sort(Comparator.comparing(wire.health()::isSilent));
        return ordered;
    }
}
