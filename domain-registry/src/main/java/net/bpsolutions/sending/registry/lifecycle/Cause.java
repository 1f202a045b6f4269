package net.bpsolutions.sending.registry.lifecycle;

/** What moved a registration; the code is data of {@code sender-status} and of the history. */
public enum Cause {
    REGISTERED("registered"),
    REQUIREMENTS_MET("requirements-met"),
    RECORDS_FAILED("records-failed"),
    GRACE_OVER("grace-over"),
    NO_SELECTOR_LEFT("no-selector-left"),
    RECORDS_RESTORED("records-restored"),
    OWNERSHIP_MISSING("ownership-missing"),
    SUSPENDED("suspended"),
    SUSPENSION_LIFTED("suspension-lifted"),
    OWN_ACCOUNT("own-account"),
    OWN_ACCOUNT_ENDED("own-account-ended");

    private final String code;

    Cause(String code) {
        this.code = code;
    }

    /** The published code. */
    public String code() {
        return code;
    }
}
