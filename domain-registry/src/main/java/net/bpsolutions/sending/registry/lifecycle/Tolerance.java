package net.bpsolutions.sending.registry.lifecycle;

import java.time.Duration;

/**
 * How much failing is put up with.
 *
 * @param failures how many agreeing failures degrade a verified domain
 * @param spacing failures closer together than this count once
 * @param grace how long a degraded domain keeps its own name
 */
public record Tolerance(int failures, Duration spacing, Duration grace) {}
