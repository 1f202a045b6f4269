package net.bpsolutions.sending.verifier.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be said of owner names without asking anybody; they are strings here, lower case, without the trailing dot. */
public final class OwnerName {

    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;

    private OwnerName() {}

    /** Whether it can be asked for at all: labels of 63, together 253 characters (RFC 1035 §2.3.4). */
    public static boolean isValid(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            return false;
        }
        int label = 0;
        for (int at = 0; at < name.length(); at++) {
            char each = name.charAt(at);
            label = each == '.' ? 0 : label + 1;
            boolean isEmptyLabel = each == '.' && (at == 0 || name.charAt(at - 1) == '.' || at == name.length() - 1);
            if (isEmptyLabel || label > MAX_LABEL || (each != '.' && !isInLabels(each))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInLabels(char each) {
        return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '-' || each == '_';
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
