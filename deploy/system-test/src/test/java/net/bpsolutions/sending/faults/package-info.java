/**
 * Hurts every part while mail flows, writes down what happened, and judges it.
 *
 * <p>{@code FaultsTest} does so in every build with a fixed slice, and in {@code make faults} with what seeds give; {@code
 * Scenarios} and {@code Flood}, which take minutes, belong to the latter alone. {@code Checker} trusts what was seen from
 * outside: the records that the broker acknowledged, each octet that the relay got and whether its reply came in time, and who
 * was hurt when. The ledger may contradict that, never explain it.
 *
 * <p>What it takes to turn the slice red was tried by breaking the gateway on purpose: outbox rows deleted before they are
 * published (LOST), the producer's From taken always (WRONG_NAME), leases that do not last (DOUBLED), expiry ignored
 * (WRONG_TIME).
 */
@NullMarked
package net.bpsolutions.sending.faults;

import org.jspecify.annotations.NullMarked;
