@NullMarked
package net.bpsolutions.sending.registry.setup;

import org.jspecify.annotations.NullMarked;
