/** Digests of what is recognised again without being kept. */
@NullMarked
package net.bpsolutions.sending.gateway.digest;

import org.jspecify.annotations.NullMarked;
