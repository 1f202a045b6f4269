/** What DNS last said of each domain, as far as people are told: which required records are not in place. */
@NullMarked
package net.bpsolutions.sending.gateway.checks;

import org.jspecify.annotations.NullMarked;
