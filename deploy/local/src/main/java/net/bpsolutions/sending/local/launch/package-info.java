/** Starts the whole system on one machine, keeps it running, and stops it in order. */
@NullMarked
package net.bpsolutions.sending.local.launch;

import org.jspecify.annotations.NullMarked;
