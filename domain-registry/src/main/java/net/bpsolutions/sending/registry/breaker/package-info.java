/** Keeps a fault of ours or of the provider's from being taken for the clinics': freezes demotions (design §4). */
@NullMarked
package net.bpsolutions.sending.registry.breaker;

import org.jspecify.annotations.NullMarked;
