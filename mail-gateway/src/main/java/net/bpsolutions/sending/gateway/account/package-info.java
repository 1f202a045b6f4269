/** Clinics' own provider accounts, as operators mount them. */
@NullMarked
package net.bpsolutions.sending.gateway.account;

import org.jspecify.annotations.NullMarked;
