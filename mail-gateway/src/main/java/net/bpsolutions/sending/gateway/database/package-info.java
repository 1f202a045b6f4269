/** Transactions, and the faults of a database that pass. */
@NullMarked
package net.bpsolutions.sending.gateway.database;

import org.jspecify.annotations.NullMarked;
