/**
 * The command line: the same checks without the service.
 */
@NullMarked
package net.bpsolutions.sending.verifier.command;

import org.jspecify.annotations.NullMarked;
