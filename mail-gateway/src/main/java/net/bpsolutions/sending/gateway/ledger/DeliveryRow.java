package net.bpsolutions.sending.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row of the table delivery to be. */
record DeliveryRow(
        RequestId id,
        int position,
        String recipient,
        String state,
        @Nullable String reason,
        @Nullable Instant sendAt,
        @Nullable Instant expiresAt) {

    /** One for each recipient; one alone, finished, for a refused request. */
    static List<DeliveryRow> of(Entry entry) {
        return switch (entry.content()) {
            case Entry.Sendable sendable ->
                IntStream.range(0, sendable.mail().to().size())
                        .mapToObj(position -> of(entry.id(), sendable, position))
                        .toList();
            case Entry.Refused(var recipient, var reason) ->
                List.of(new DeliveryRow(entry.id(), 0, recipient, "REJECTED", reason, null, null));
        };
    }

    private static DeliveryRow of(RequestId id, Entry.Sendable sendable, int position) {
        String recipient = sendable.mail().to().get(position).address().value();
        return new DeliveryRow(id, position, recipient, "WAITING", null, sendable.sendAt(), sendable.expiresAt());
    }
}
