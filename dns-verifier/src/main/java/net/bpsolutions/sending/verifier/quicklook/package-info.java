/**
 * The first tier: a few questions to the configured resolvers; enough when all is as expected.
 */
@NullMarked
package net.bpsolutions.sending.verifier.quicklook;

import org.jspecify.annotations.NullMarked;
