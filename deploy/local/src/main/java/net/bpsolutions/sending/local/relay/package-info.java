/** The relay stand-in: an SMTP server that keeps what it is given, and a page that shows it. */
@NullMarked
package net.bpsolutions.sending.local.relay;

import org.jspecify.annotations.NullMarked;
