/** Takes due work from the ledger, tries it, and books the result. */
@NullMarked
package net.bpsolutions.sending.gateway.dispatch;

import org.jspecify.annotations.NullMarked;
