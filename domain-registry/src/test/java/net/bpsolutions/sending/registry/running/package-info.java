/** The registry with its real parts: PostgreSQL and a broker, embedded. */
@NullMarked
package net.bpsolutions.sending.registry.running;

import org.jspecify.annotations.NullMarked;
