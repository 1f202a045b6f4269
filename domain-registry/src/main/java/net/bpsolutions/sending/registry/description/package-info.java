/** What is said of the API as a whole, so that no single call can forget it. */
@NullMarked
package net.bpsolutions.sending.registry.description;

import org.jspecify.annotations.NullMarked;
