/** A look at the DNS of a domain that nobody has registered. */
@NullMarked
package net.bpsolutions.sending.registry.preview;

import org.jspecify.annotations.NullMarked;
