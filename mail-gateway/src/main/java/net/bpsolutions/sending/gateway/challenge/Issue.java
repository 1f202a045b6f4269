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

    /** Registrations of one domain that may each ask for as many as a day may see, before they take each other's share. */
    private static final int ROOM_FOR = 4;

    static Issue decide(Recent recent, Asked asked, int maxPerHour, int maxPerDay) {
        if (recent.served()) {
            return REPEATED;
        }
        return switch (asked) {
            case BY_MAIL -> byMail(recent, maxPerHour, maxPerDay);
            case ON_DEMAND ->
                recent.lastDayOfOwn() >= maxPerDay || recent.lastDay() >= ROOM_FOR * maxPerDay
                        ? TOO_MANY_TODAY
                        : ISSUED;
        };
    }

    private static Issue byMail(Recent recent, int maxPerHour, int maxPerDay) {
        if (recent.lastDay() >= maxPerDay) {
            return TOO_MANY_TODAY;
        }
        return recent.lastHour() >= maxPerHour ? TOO_SOON : ISSUED;
    }

    /**
     * What was sent lately for a domain.
     *
     * @param served the same request has its challenge already
     * @param lastHour challenges within the last hour
     * @param lastDay challenges within the last day
     * @param lastDayOfOwn those of them that were for the registration of this request
     */
    record Recent(boolean served, int lastHour, int lastDay, int lastDayOfOwn) {}

    /** Who wants it. */
    public enum Asked {
        /** A mail, which anybody can write. */
        BY_MAIL,

        /** OMS or the setup page, who know their user. */
        ON_DEMAND
    }
}
