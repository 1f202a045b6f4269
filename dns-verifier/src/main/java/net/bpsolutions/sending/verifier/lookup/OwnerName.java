package net.bpsolutions.sending.verifier.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What can be said of owner names without asking anybody; they are strings here, lower case, without the trailing dot. */
public final class OwnerName {

    private static final int MAX_LENGTH = 253;
    private static final Pattern LABELS = Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*");

    private OwnerName() {}

    /** Whether it can be asked for at all: labels of 63, together 253 characters (RFC 1035 §2.3.4). */
    public static boolean isValid(String name) {
        return name.length() <= MAX_LENGTH && LABELS.matcher(name).matches();
    }

    /** Whether {@code name} is {@code apex} or lies below it. */
    public static boolean isWithin(String name, String apex) {
        return name.equals(apex) || name.endsWith("." + apex);
    }

    /** The name without its first label; empty above a top-level domain. */
    public static String parent(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /** The name and all its parents, nearest first, the top-level domain last. */
    public static List<String> upwards(String name) {
        List<String> names = new ArrayList<>();
        for (String at = name; !at.isEmpty(); at = parent(at)) {
            names.add(at);
        }
        return names;
    }

    /** Lower case, without the trailing dot. */
    public static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
