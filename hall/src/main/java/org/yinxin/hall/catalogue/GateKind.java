package org.yinxin.hall.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of gates, by the words that plans and the open API call them. */
public enum GateKind {
    FORM("form"),
    CONSENT("consent"),
    PAPERS("papers"),
    SUBMISSION("submission"),
    REVIEW("review"),
    PAYMENT("payment"),
    PRODUCTION("production"),
    IDENTITY("identity"),
    BANK_CHECK("bank-check"),
    KEY("key"),
    DELIVERY("delivery"),
    ACTIVATION("activation"),
    UNLOCK("unlock"),
    CERTIFICATE_STATUS("certificate-status"),
    ENABLEMENT("enablement"),
    MOBILE_CHANGE("mobile-change");

    private final String word;

    GateKind(String word) {
        this.word = word;
    }

    /** What plans and the open API call it. */
    public String word() {
        return word;
    }

    public static Optional<GateKind> parse(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** All words, in the order of the language. */
    public static List<String> words() {
        return Arrays.stream(values()).map(GateKind::word).toList();
    }
}
