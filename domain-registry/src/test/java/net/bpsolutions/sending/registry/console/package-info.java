@NullMarked
package net.bpsolutions.sending.registry.console;

import org.jspecify.annotations.NullMarked;
