package net.bpsolutions.sending.gateway.ledger;

import java.util.Comparator;

/**
 * What a send request is known by: the id is unique per clinic.
 *
 * @param clinicId 1 to 200 printable characters
 * @param requestId likewise
 */
public record RequestId(String clinicId, String requestId) implements Comparable<RequestId> {

    private static final int MAX_LENGTH = 200;
    private static final Comparator<RequestId> ORDER =
            Comparator.comparing(RequestId::clinicId).thenComparing(RequestId::requestId);

    /** @throws IllegalArgumentException when one of them is empty, too long or holds control characters */
    public RequestId {
        if (!isName(clinicId) || !isName(requestId)) {
            throw new IllegalArgumentException("not an id");
        }
    }

    private static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= MAX_LENGTH
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    @Override
    public int compareTo(RequestId other) {
        return ORDER.compare(this, other);
    }
}
