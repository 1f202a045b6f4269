/**
 * DMARC policies (RFC 9989): discovery, syntax, and the usual mistakes.
 */
@NullMarked
package net.bpsolutions.sending.verifier.dmarc;

import org.jspecify.annotations.NullMarked;
