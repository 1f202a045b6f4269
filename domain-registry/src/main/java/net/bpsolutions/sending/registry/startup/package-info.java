/** Waiting for the database, then letting work in. */
@NullMarked
package net.bpsolutions.sending.registry.startup;

import org.jspecify.annotations.NullMarked;
