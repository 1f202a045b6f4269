/** How fast a caller may ask. */
@NullMarked
package net.bpsolutions.sending.registry.limit;

import org.jspecify.annotations.NullMarked;
