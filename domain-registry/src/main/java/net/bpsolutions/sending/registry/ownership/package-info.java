/** Proof that a clinic keeps the domain that it registered. */
@NullMarked
package net.bpsolutions.sending.registry.ownership;

import org.jspecify.annotations.NullMarked;
