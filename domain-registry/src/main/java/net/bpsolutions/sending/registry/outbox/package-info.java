/** Events that commit with the state they tell of, and the one relay that publishes them. */
@NullMarked
package net.bpsolutions.sending.registry.outbox;

import org.jspecify.annotations.NullMarked;
