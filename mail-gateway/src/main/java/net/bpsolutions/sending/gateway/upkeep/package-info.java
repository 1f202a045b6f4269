/** Keeps what is only counted from growing without bound. */
@NullMarked
package net.bpsolutions.sending.gateway.upkeep;

import org.jspecify.annotations.NullMarked;
