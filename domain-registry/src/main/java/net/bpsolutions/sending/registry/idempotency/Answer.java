package net.bpsolutions.sending.registry.idempotency;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** An answer that was given, to be given again. */
record Answer(
        int status,
        @Nullable String location,
        @Nullable String contentType,
        @Nullable String entityTag,
        @Nullable Buffer body) {}
