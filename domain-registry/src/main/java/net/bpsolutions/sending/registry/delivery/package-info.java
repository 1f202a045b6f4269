/** How many mails became what. */
@NullMarked
package net.bpsolutions.sending.registry.delivery;

import org.jspecify.annotations.NullMarked;
