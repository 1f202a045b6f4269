/** State and events commit together; a relay publishes what was committed. */
@NullMarked
package net.bpsolutions.sending.gateway.outbox;

import org.jspecify.annotations.NullMarked;
