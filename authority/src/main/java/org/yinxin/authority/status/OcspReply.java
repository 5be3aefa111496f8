package org.yinxin.authority.status;

import org.yinxin.pki.ocsp.OcspError;

/**
 * An answer ready to be sent.
 *
 * @param encoded OCSPResponse in DER
 * @param cacheable whether it may serve others who ask the same: signed, and without a nonce
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OcspReply(byte[] encoded, boolean cacheable) {

    /** Says only that there is no answer. */
    public static OcspReply error(OcspError error) {
        return new OcspReply(error.encoded(), false);
    }
}
