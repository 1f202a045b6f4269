package net.bpsolutions.sending.events;

/** The topics (contract) and what their records are called. */
public enum Topic {
    DOMAIN_REGISTERED("domain-registered"),
    DNS_CHECK_REQUESTED("dns-check-requested"),
    DNS_CHECKED("dns-checked"),
    VERIFICATION_COMPLETED("verification-completed"),
    CHALLENGE_REQUESTED("challenge-requested"),
    CHECK_SUGGESTED("check-suggested"),
    SENDER_STATUS("sender-status"),
    SEND_REQUESTS("send-requests"),
    SEND_CANCELLATIONS("send-cancellations"),
    SEND_OUTCOMES("send-outcomes");

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    /** The name at the broker. */
    public String topicName() {
        return topicName;
    }

    /** The CloudEvents type of its records, the {@code ce_type} header. */
    public String eventType() {
        return "net.bpsolutions.sending." + topicName + ".v1";
    }

    /** Where {@code service} puts what it cannot read from this topic. */
    public String deadLetter(String service) {
        return topicName + "." + service + ".dead-letter";
    }
}
