package net.bpsolutions.sending.gateway.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of {@code send-requests} and what it turned out to be. */
record Received(ConsumerRecord<String, byte[]> record, Reading reading) {}
