package org.yinxin.pki.timestamp;

import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.yinxin.pki.der.Der;

/** Why a question gets no stamp (RFC 3161, 2.4.2). */
public enum StampFault {
    /** A hash that is not accepted. */
    BAD_ALGORITHM(PKIFailureInfo.badAlg),
    /** Another version of the protocol. */
    BAD_REQUEST(PKIFailureInfo.badRequest),
    /** No question at all, or a hash that is too short or too long for its algorithm. */
    BAD_DATA_FORMAT(PKIFailureInfo.badDataFormat),
    TIME_NOT_AVAILABLE(PKIFailureInfo.timeNotAvailable),
    UNACCEPTED_POLICY(PKIFailureInfo.unacceptedPolicy),
    UNACCEPTED_EXTENSION(PKIFailureInfo.unacceptedExtension),
    SYSTEM_FAILURE(PKIFailureInfo.systemFailure);

    private final int bit;

    StampFault(int bit) {
        this.bit = bit;
    }

    /** The whole TimeStampResp in DER, which says so in a sentence too. */
    public byte[] encoded(String sentence) {
        PKIStatusInfo status =
                new PKIStatusInfo(
                        PKIStatus.rejection,
                        new PKIFreeText(new DERUTF8String(sentence)),
                        new PKIFailureInfo(bit));
        return Der.encode(new TimeStampResp(status, null));
    }
}
