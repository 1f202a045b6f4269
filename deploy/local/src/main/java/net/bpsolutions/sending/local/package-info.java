/**
 * The parts the whole system needs around it, embedded: a Kafka broker, PostgreSQL, a DNS server, a mail relay; and the
 * launcher that runs them with the three services on one machine. All of it binds to loopback only.
 */
@NullMarked
package net.bpsolutions.sending.local;

import org.jspecify.annotations.NullMarked;
