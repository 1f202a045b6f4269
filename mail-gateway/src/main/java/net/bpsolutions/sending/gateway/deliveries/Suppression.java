package net.bpsolutions.sending.gateway.deliveries;

import java.time.Instant;

/**
 * A recipient that a clinic's mail does not go to.
 *
 * @param clinicId the clinic; others are not concerned
 * @param address the recipient
 * @param reason a code
 * @param since when it began
 * @param expiresAt when it ends by itself
 */
public record Suppression(String clinicId, String address, String reason, Instant since, Instant expiresAt) {}
