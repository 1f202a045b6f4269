package net.bpsolutions.sending.gateway.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import net.bpsolutions.sending.gateway.mail.Mail;

/** Mails as the ledger keeps them. */
@ApplicationScoped
class MailJson {

    private final ObjectMapper json;

    MailJson(ObjectMapper json) {
        this.json = json;
    }

    Buffer write(Mail mail) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(mail));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mail has a JSON form", e);
        }
    }

    Mail read(byte[] content) {
        try {
            return json.readValue(content, Mail.class);
        } catch (IOException e) {
            throw new IllegalStateException("a mail was written by us", e);
        }
    }
}
