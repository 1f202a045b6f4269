/** The pages that operators work with (ADR 32). */
@NullMarked
package net.bpsolutions.sending.registry.console;

import org.jspecify.annotations.NullMarked;
