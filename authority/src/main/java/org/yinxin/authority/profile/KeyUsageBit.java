package org.yinxin.authority.profile;

import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The bits of keyUsage that certificates of subscribers may have, by their names in RFC 5280, 4.2.1.3. */
public enum KeyUsageBit {
    DIGITAL_SIGNATURE("digitalSignature", KeyUsage.digitalSignature),
    NON_REPUDIATION("nonRepudiation", KeyUsage.nonRepudiation),
    KEY_ENCIPHERMENT("keyEncipherment", KeyUsage.keyEncipherment),
    DATA_ENCIPHERMENT("dataEncipherment", KeyUsage.dataEncipherment),
    KEY_AGREEMENT("keyAgreement", KeyUsage.keyAgreement);

    private final String word;
    private final int bit;

    KeyUsageBit(String word, int bit) {
        this.word = word;
        this.bit = bit;
    }

    public String word() {
        return word;
    }

    /** All of them together, as the library counts them. */
    public static int bits(Set<KeyUsageBit> usages) {
        return usages.stream().mapToInt(usage -> usage.bit).reduce(0, (one, other) -> one | other);
    }
}
