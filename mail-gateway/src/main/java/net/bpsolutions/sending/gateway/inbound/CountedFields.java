package net.bpsolutions.sending.gateway.inbound;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.RawField;

/** Header fields as they come, but Content-Type, whose encoded words the library decodes, with as many as may be only. */
final class CountedFields extends DefaultFieldBuilder {

    private final EncodedWords words;

    /** @param maxLength octets of one field; a longer one fails */
    CountedFields(int maxLength, EncodedWords words) {
        super(maxLength);
        this.words = words;
    }

    @Override
    public RawField build() throws MimeException {
        RawField field = super.build();
        String body = field.getBody();
        if (body == null || !field.getNameLowerCase().equals("content-type")) {
            return field;
        }
        String within = words.within(body);
        return within.length() == body.length() ? field : new RawField(field.getName(), within);
    }
}
