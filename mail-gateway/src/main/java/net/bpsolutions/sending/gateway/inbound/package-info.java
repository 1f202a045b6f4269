/** What reaches our own addresses: understood, decided upon, and taken over before it is accepted. */
@NullMarked
package net.bpsolutions.sending.gateway.inbound;

import org.jspecify.annotations.NullMarked;
