/** Sends mail as the status of its domain allows, and receives the verification mailbox. */
@NullMarked
package net.bpsolutions.sending.gateway;

import org.jspecify.annotations.NullMarked;
