/** What component tests run against: a broker, a database and a relay, all real, all in this process. */
@NullMarked
package net.bpsolutions.sending.gateway.parts;

import org.jspecify.annotations.NullMarked;
