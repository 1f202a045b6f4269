/** Asking for checks, and taking in what DNS said. */
@NullMarked
package net.bpsolutions.sending.registry.checks;

import org.jspecify.annotations.NullMarked;
