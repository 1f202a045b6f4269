/** Figures for operators. */
@NullMarked
package net.bpsolutions.sending.registry.metrics;

import org.jspecify.annotations.NullMarked;
