/** Reading records of Kafka: what is readable is handled, what is not is dead-lettered. */
@NullMarked
package net.bpsolutions.sending.registry.intake;

import org.jspecify.annotations.NullMarked;
