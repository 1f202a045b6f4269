/** What a mail from an address would look like now. */
@NullMarked
package net.bpsolutions.sending.registry.sender;

import org.jspecify.annotations.NullMarked;
