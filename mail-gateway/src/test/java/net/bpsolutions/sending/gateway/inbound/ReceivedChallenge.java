package net.bpsolutions.sending.gateway.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.bpsolutions.sending.local.StoredMail;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/** A mail as its reader sees it. */
record ReceivedChallenge(String subject, String from, String autoSubmitted, String text) {

    static ReceivedChallenge of(StoredMail mail) {
        try {
            Message message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(mail.content()));
            return new ReceivedChallenge(
                    message.getSubject(),
                    message.getFrom().get(0).getAddress(),
                    message.getHeader().getField("Auto-Submitted").getBody(),
                    plain(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(Entity entity) throws IOException {
        if (entity.getBody() instanceof Multipart parts) {
            return plain(parts.getBodyParts().getFirst());
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        ((SingleBody) entity.getBody()).writeTo(octets);
        return octets.toString(UTF_8);
    }

    /** The line that holds the link and nothing else. */
    String link() {
        return text.lines().filter(line -> line.startsWith("http")).findFirst().orElseThrow();
    }

    String key() {
        return link().substring(link().indexOf("&key=") + "&key=".length());
    }

    String forwardedBy(String author) {
        return "From: " + author + "\nTo: verification@bp-solutions.net\nSubject: Fwd: Verify your domain\n\n"
                + "---------- Forwarded message ---------\nSubject: Verify your domain\n\n" + text;
    }
}
