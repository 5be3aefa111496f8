package org.yinxin.authority.cmp;

import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;

/** Parts of answers that several kinds of messages share. */
final class Bodies {

    private Bodies() {}

    /**
     * An answer that says only that there is none.
     *
     * @param failure a bit of {@link PKIFailureInfo}
     */
    static PKIBody error(int failure, String sentence) {
        return new PKIBody(
                PKIBody.TYPE_ERROR, new ErrorMsgContent(rejection(failure, sentence), null, null));
    }

    static PKIStatusInfo rejection(int failure, String sentence) {
        return new PKIStatusInfo(
                PKIStatus.rejection,
                new PKIFreeText(new DERUTF8String(sentence)),
                new PKIFailureInfo(failure));
    }
}
