package net.bpsolutions.sending.verifier.dmarc;

import java.util.Locale;
import java.util.Optional;

/** Recognises words that are misspelt. */
final class Spelling {

    private static final int LONGEST = 16;
    private static final int TOO_FAR = 99;
    private static final int SHORTEST_START = 3;

    private Spelling() {}

    /** The letters to change, add, leave out or swap with a neighbour; many when a word is long. */
    static int distance(String one, String other) {
        if (one.length() > LONGEST || other.length() > LONGEST) {
            return TOO_FAR;
        }
        int[][] costs = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(costs, one, other, i, j);
            }
        }
        return costs[one.length()][other.length()];
    }

    private static int cheapest(int[][] costs, String one, String other, int i, int j) {
        int changed = costs[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int cheapest = Math.min(changed, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(cheapest, costs[i - 2][j - 2] + 1) : cheapest;
    }

    /** The policy that {@code word} was meant to be. */
    static Optional<Policy> policy(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (Policy policy : Policy.values()) {
            boolean started = lower.length() >= SHORTEST_START
                    && (policy.word().startsWith(lower) || lower.startsWith(policy.word()));
            if (started || distance(lower, policy.word()) <= (policy == Policy.NONE ? 1 : 2)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
