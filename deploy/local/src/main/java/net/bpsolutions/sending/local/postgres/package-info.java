/** What stands around the embedded PostgreSQL server: its process, its role and its database. */
@NullMarked
package net.bpsolutions.sending.local.postgres;

import org.jspecify.annotations.NullMarked;
