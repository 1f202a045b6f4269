/**
 * SPF policies (RFC 7208), as advice.
 */
@NullMarked
package net.bpsolutions.sending.verifier.spf;

import org.jspecify.annotations.NullMarked;
