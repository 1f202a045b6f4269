/** Handing a mail over to the relay, and what its replies mean. */
@NullMarked
package net.bpsolutions.sending.gateway.smtp;

import org.jspecify.annotations.NullMarked;
