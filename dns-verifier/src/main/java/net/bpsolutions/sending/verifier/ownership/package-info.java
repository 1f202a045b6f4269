/**
 * Tokens that prove who keeps a zone.
 */
@NullMarked
package net.bpsolutions.sending.verifier.ownership;

import org.jspecify.annotations.NullMarked;
