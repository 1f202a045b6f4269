/** A mail that was checked: values that cannot hold what would break a header or an envelope. */
@NullMarked
package net.bpsolutions.sending.gateway.mail;

import org.jspecify.annotations.NullMarked;
