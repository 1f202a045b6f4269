/** What was asked to be sent, once each, and how far it is. */
@NullMarked
package net.bpsolutions.sending.gateway.ledger;

import org.jspecify.annotations.NullMarked;
