package net.bpsolutions.sending.gateway.inbound.imap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** The outermost header of a mail, its fields from the top, within limits; what is beyond them is not read. */
record HeaderFields(List<HeaderField> fields) {

    private static final MimeConfig LIMITS = new MimeConfig.Builder()
            .setMaxHeaderCount(1_000)
            .setMaxHeaderLen(64 * 1024)
            .setMaxLineLen(64 * 1024)
            .build();

    /**
     * One field.
     *
     * @param name in lower case
     * @param value unfolded, without the white space around it
     */
    record HeaderField(String name, String value) {}

    HeaderFields {
        fields = List.copyOf(fields);
    }

    static HeaderFields of(byte[] mail) {
        List<HeaderField> fields = new ArrayList<>();
        try {
            MimeTokenStream tokens = new MimeTokenStream(LIMITS);
            tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
            tokens.parse(new ByteArrayInputStream(mail));
            for (EntityState state = tokens.getState(); !ends(state); state = tokens.next()) {
                if (state == EntityState.T_FIELD) {
                    fields.add(field(tokens.getField()));
                }
            }
        } catch (IOException | MimeException | RuntimeException beyondLimits) {
            return new HeaderFields(fields);
        }
        return new HeaderFields(fields);
    }

    private static boolean ends(EntityState state) {
        return state == EntityState.T_END_HEADER || state == EntityState.T_END_OF_STREAM;
    }

    private static HeaderField field(Field field) {
        String body = field.getBody() == null ? "" : field.getBody();
        return new HeaderField(
                field.getName().toLowerCase(Locale.ROOT),
                body.replaceAll("\\s+", " ").strip());
    }

    Stream<String> values(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).map(HeaderField::value);
    }
}
