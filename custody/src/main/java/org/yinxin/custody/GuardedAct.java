package org.yinxin.custody;

/** The two ways out of escrow that take two custodians, and how the journal names them. */
enum GuardedAct {
    RECOVERY("key-recovery", "encryption-key.recovered"),
    JUDICIAL_EXPORT("judicial-export", "encryption-key.exported");

    private final String label;
    private final String keyAction;

    GuardedAct(String label, String keyAction) {
        this.label = label;
        this.keyAction = keyAction;
    }

    static GuardedAct of(Ground ground) {
        return switch (ground) {
            case RecoveryReason _ -> RECOVERY;
            case JudicialOrder _ -> JUDICIAL_EXPORT;
        };
    }

    String label() {
        return label;
    }

    /** What is written into the history of the key itself. */
    String keyAction() {
        return keyAction;
    }

    String subject(GuardedReleaseId request) {
        return label + ":" + request;
    }
}
