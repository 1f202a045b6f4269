/** What the description of the registry's API must be for its users. */
@NullMarked
package net.bpsolutions.sending.client;

import org.jspecify.annotations.NullMarked;
