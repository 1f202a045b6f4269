/**
 * Requests in, verdicts out: the Kafka side.
 */
@NullMarked
package net.bpsolutions.sending.verifier.delivery;

import org.jspecify.annotations.NullMarked;
