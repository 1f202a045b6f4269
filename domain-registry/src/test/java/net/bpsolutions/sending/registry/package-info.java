/** Settings, and the rules of the house. */
@NullMarked
package net.bpsolutions.sending.registry;

import org.jspecify.annotations.NullMarked;
