package net.bpsolutions.sending.gateway.challenge;

/** Whether a verification message may be sent. */
public enum Issue {
    /** It is on its way. */
    ISSUED,

    /** This very request was served before. */
    REPEATED,

    /** One was sent within the hour; it is in the mailbox still. */
    TOO_SOON,

    /** As many as a day may see were sent. */
    TOO_MANY_TODAY;

    static Issue decide(Recent recent, Asked asked, int maxPerHour, int maxPerDay) {
        if (recent.served()) {
            return REPEATED;
        }
        if (recent.lastDay() >= maxPerDay) {
            return TOO_MANY_TODAY;
        }
        return switch (asked) {
            case BY_MAIL -> recent.lastHour() >= maxPerHour ? TOO_SOON : ISSUED;
            case ON_DEMAND -> ISSUED;
        };
    }

    /**
     * What was sent lately for a domain.
     *
     * @param served the same request has its challenge already
     * @param lastHour challenges within the last hour
     * @param lastDay challenges within the last day
     */
    record Recent(boolean served, int lastHour, int lastDay) {}

    /** Who wants it. */
    public enum Asked {
        /** A mail, which anybody can write. */
        BY_MAIL,

        /** OMS or the setup page, who know their user. */
        ON_DEMAND
    }
}
