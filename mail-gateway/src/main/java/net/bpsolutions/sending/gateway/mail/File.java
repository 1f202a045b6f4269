package net.bpsolutions.sending.gateway.mail;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A file that a mail carries.
 *
 * @param name the file name, one line, at most 255 characters
 * @param contentType a media type without parameters (RFC 2045 §5.1)
 * @param content Base64 (RFC 4648 §4)
 */
public record File(String name, String contentType, String content) {

    private static final int MAX_NAME = 255;
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}");

    /** @throws IllegalArgumentException when a part is not what it must be */
    public File {
        if (name.isBlank() || name.length() > MAX_NAME || ControlCharacters.inLine(name)) {
            throw new IllegalArgumentException("not a file name");
        }
        if (!MEDIA_TYPE.matcher(contentType).matches()) {
            throw new IllegalArgumentException("not a media type");
        }
        Base64.getDecoder().decode(content);
    }

    /** The octets of the file. */
    public byte[] octets() {
        return Base64.getDecoder().decode(content);
    }
}
