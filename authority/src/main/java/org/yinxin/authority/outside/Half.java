package org.yinxin.authority.outside;

import org.yinxin.pki.extension.KeyUsages;

/** The two certificates of a pair, in the order in which they are asked for. */
enum Half {
    SIGNING(KeyUsages.SIGNING),
    ENCRYPTION(KeyUsages.ENCRYPTION);

    private final KeyUsages usages;

    Half(KeyUsages usages) {
        this.usages = usages;
    }

    /** What its key is for. */
    KeyUsages usages() {
        return usages;
    }
}
