package net.bpsolutions.sending.gateway.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A file name as a MIME parameter: quoted, or percent-encoded in numbered pieces (RFC 2231 §3, §4). */
final class FileName {

    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9 ._()+-]{1,60}");
    private static final int PIECE = 60;

    private FileName() {}

    /** {@code ; parameter=…}, one line for each piece. */
    static String parameter(String parameter, String name) {
        if (SIMPLE.matcher(name).matches()) {
            return "; " + parameter + "=\"" + name + "\"";
        }
        List<String> pieces = pieces("UTF-8''", name);
        if (pieces.size() == 1) {
            return ";\r\n " + parameter + "*=" + pieces.getFirst();
        }
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            header.append(";\r\n ")
                    .append(parameter)
                    .append('*')
                    .append(i)
                    .append("*=")
                    .append(pieces.get(i));
        }
        return header.toString();
    }

    private static List<String> pieces(String start, String name) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder(start);
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (piece.length() >= PIECE) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(
                    Character.isLetterOrDigit(octet) && octet > 0
                            ? Character.toString(octet)
                            : "%%%02X".formatted(octet & 0xff));
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
