/** How often a thing may be asked for. */
@NullMarked
package net.bpsolutions.sending.registry.limit;

import org.jspecify.annotations.NullMarked;
