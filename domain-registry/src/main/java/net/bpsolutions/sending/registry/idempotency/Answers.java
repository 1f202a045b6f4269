package net.bpsolutions.sending.registry.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import net.bpsolutions.sending.registry.seal.Sealer;
import org.jspecify.annotations.Nullable;

/** Answers as they are kept. Bodies are sealed where there is a key, because the secret of a webhook is in one. */
@ApplicationScoped
class Answers {

    private static final String PURPOSE = "answer";

    private final ObjectMapper json;
    private final Sealer sealer;

    Answers(ObjectMapper json, Sealer sealer) {
        this.json = json;
        this.sealer = sealer;
    }

    Answer of(ContainerResponseContext response) {
        @Nullable Object entity = response.getEntity();
        return new Answer(
                response.getStatus(),
                response.getHeaderString(HttpHeaders.LOCATION),
                entity == null ? null : MediaType.APPLICATION_JSON,
                response.getHeaderString(HttpHeaders.ETAG),
                entity == null ? null : Buffer.buffer(seal(bytes(entity))));
    }

    Response again(Answer answer) {
        ResponseBuilder again = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        @Nullable Buffer body = answer.body();
        if (body != null) {
            again.entity(open(body.getBytes())).type(answer.contentType());
        }
        return again.header(HttpHeaders.LOCATION, answer.location())
                .header(HttpHeaders.ETAG, answer.entityTag())
                .build();
    }

    private byte[] seal(byte[] body) {
        return sealer.hasKey() ? sealer.seal(body, PURPOSE) : body;
    }

    private byte[] open(byte[] body) {
        return body[0] == '{' ? body : sealer.open(body, PURPOSE);
    }

    /** What was written for its tag is written already. */
    private byte[] bytes(Object entity) {
        if (entity instanceof byte[] written) {
            return written;
        }
        try {
            return json.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer has no JSON", e);
        }
    }
}
