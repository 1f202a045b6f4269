/**
 * Whether the service is fit to work.
 */
@NullMarked
package net.bpsolutions.sending.verifier.health;

import org.jspecify.annotations.NullMarked;
