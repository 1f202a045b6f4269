/** Requests that are answered once, however often they are sent. */
@NullMarked
package net.bpsolutions.sending.registry.idempotency;

import org.jspecify.annotations.NullMarked;
