/** The registration of a domain by a clinic: its state, and the API of OMS. */
@NullMarked
package net.bpsolutions.sending.registry.registration;

import org.jspecify.annotations.NullMarked;
