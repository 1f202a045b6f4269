package net.bpsolutions.sending.gateway.smtp;

import io.vertx.ext.mail.mailencoder.EncodedPart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import net.bpsolutions.sending.gateway.mail.File;

/** Writes what the mail client has encoded. Files, which it would only give to its own connection, are encoded here. */
final class MimeWriter {

    private static final int LINE = 76;

    private final OutputStream out;
    private final Iterator<File> files;

    private MimeWriter(OutputStream out, Iterator<File> files) {
        this.out = out;
        this.files = files;
    }

    /** @param files in the order of their parts */
    static void write(EncodedPart mail, Iterator<File> files, OutputStream out) throws IOException {
        new MimeWriter(out, files).part(mail);
    }

    private void part(EncodedPart part) throws IOException {
        for (Map.Entry<String, String> field : part.headers()) {
            text(field.getKey() + ": " + field.getValue() + "\r\n");
        }
        text("\r\n");
        if (part.parts() != null) {
            for (EncodedPart inner : part.parts()) {
                text("--" + part.boundary() + "\r\n");
                part(inner);
                text("\r\n");
            }
            text("--" + part.boundary() + "--\r\n");
        } else if (part.headers().contains("Content-Disposition")) {
            file(files.next());
        } else {
            text(part.body());
        }
    }

    /** RFC 2045 §6.8. */
    private void file(File file) throws IOException {
        out.write(Base64.getMimeEncoder(LINE, new byte[] {'\r', '\n'}).encode(file.octets()));
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
