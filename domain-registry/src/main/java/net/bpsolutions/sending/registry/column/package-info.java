/**
 * Values that are kept as JSON text in one column: read and written whole, never searched. They are replaced, never changed,
 * which spares Hibernate a copy by way of JSON for each that it loads.
 */
@NullMarked
package net.bpsolutions.sending.registry.column;

import org.jspecify.annotations.NullMarked;
