/** Keeps the past from growing without bound. */
@NullMarked
package net.bpsolutions.sending.registry.upkeep;

import org.jspecify.annotations.NullMarked;
