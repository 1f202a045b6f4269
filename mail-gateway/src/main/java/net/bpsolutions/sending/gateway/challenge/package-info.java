/** The verification message and its key: issued, redeemed once, never logged. */
@NullMarked
package net.bpsolutions.sending.gateway.challenge;

import org.jspecify.annotations.NullMarked;
