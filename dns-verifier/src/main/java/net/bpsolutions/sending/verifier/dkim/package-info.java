/**
 * DKIM selectors that point to a vendor's keys (RFC 6376): what is there, and what is wrong with it.
 */
@NullMarked
package net.bpsolutions.sending.verifier.dkim;

import org.jspecify.annotations.NullMarked;
