/** What may be registered at all: spelling, and the refusals before any DNS packet leaves. */
@NullMarked
package net.bpsolutions.sending.registry.entry;

import org.jspecify.annotations.NullMarked;
