package net.bpsolutions.sending.gateway.deadletter;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bpsolutions.sending.events.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asked for.
 *
 * @param verb what to do
 * @param topic the topic whose dead letters are meant
 * @param reason only those with this one; null for any
 * @param place only the one that points at this {@code partition:offset}; null for all
 */
record Selection(
        Verb verb,
        Topic topic,
        @Nullable String reason,
        @Nullable String place) {

    private static final Set<Topic> TOPICS =
            Set.of(Topic.SEND_REQUESTS, Topic.SEND_CANCELLATIONS, Topic.CHALLENGE_REQUESTED, Topic.DNS_CHECKED);

    enum Verb {
        LIST,
        REPLAY
    }

    /** Empty when it makes no sense. */
    static Optional<Selection> of(List<String> args) {
        if (args.isEmpty()) {
            return Optional.empty();
        }
        return switch (args.getFirst()) {
            case "list" -> read(Verb.LIST, args.subList(1, args.size()));
            // Everything, or one: never everything by leaving something out.
            case "replay" ->
                args.contains("--all") != args.contains("--at")
                        ? read(Verb.REPLAY, args.subList(1, args.size()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Selection> read(Verb verb, List<String> options) {
        String topic = Topic.SEND_REQUESTS.topicName();
        String reason = null;
        String place = null;
        for (Iterator<String> rest = options.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (option.equals("--all") && verb == Verb.REPLAY) {
                continue;
            }
            if (!rest.hasNext()) {
                return Optional.empty();
            }
            switch (option) {
                case "--topic" -> topic = rest.next();
                case "--reason" -> reason = rest.next();
                case "--at" -> place = rest.next();
                default -> {
                    return Optional.empty();
                }
            }
        }
        return selection(verb, topic, reason, place);
    }

    private static Optional<Selection> selection(
            Verb verb, String topic, @Nullable String reason, @Nullable String place) {
        return TOPICS.stream()
                .filter(known -> known.topicName().equals(topic))
                .findFirst()
                .map(known -> new Selection(verb, known, reason, place));
    }

    boolean covers(Replay.Pointer pointer) {
        return (reason == null || reason.equals(pointer.reason())) && (place == null || place.equals(pointer.place()));
    }
}
