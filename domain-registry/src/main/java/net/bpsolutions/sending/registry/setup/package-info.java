/** The pages for the clinic and whoever keeps its DNS. */
@NullMarked
package net.bpsolutions.sending.registry.setup;

import org.jspecify.annotations.NullMarked;
