/** Telling sender-status over HTTP, signed as Standard Webhooks has it, to those who cannot read Kafka. */
@NullMarked
package net.bpsolutions.sending.registry.webhook;

import org.jspecify.annotations.NullMarked;
