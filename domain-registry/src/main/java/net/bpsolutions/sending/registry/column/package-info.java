/** Values that are kept as JSON text in one column: read and written whole, never searched. */
@NullMarked
package net.bpsolutions.sending.registry.column;

import org.jspecify.annotations.NullMarked;
