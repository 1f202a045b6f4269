/** Clinics that send through a provider account of their own. */
@NullMarked
package net.bpsolutions.sending.registry.account;

import org.jspecify.annotations.NullMarked;
