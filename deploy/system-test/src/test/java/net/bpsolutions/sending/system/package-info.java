/** The packaged services together, driven from outside with ordinary protocols: HTTP, Kafka, SMTP and zone files. */
@NullMarked
package net.bpsolutions.sending.system;

import org.jspecify.annotations.NullMarked;
