/** Asking for the verification message. */
@NullMarked
package net.bpsolutions.sending.registry.challenge;

import org.jspecify.annotations.NullMarked;
