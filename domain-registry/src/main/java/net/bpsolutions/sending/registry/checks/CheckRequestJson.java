package net.bpsolutions.sending.registry.checks;

import java.time.Instant;
import java.util.UUID;

/**
 * A check was asked for.
 *
 * @param id the {@code causeId} of the check that follows
 * @param requestedAt when
 */
public record CheckRequestJson(UUID id, Instant requestedAt) {}
