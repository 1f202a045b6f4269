/** Refusals over REST (RFC 9457). */
@NullMarked
package net.bpsolutions.sending.gateway.problem;

import org.jspecify.annotations.NullMarked;
