package org.yinxin.authority.outside;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.jspecify.annotations.Nullable;

/** What an authority says in words, cut to what fits into a log: no line breaks, no control characters, not too long. */
final class Words {

    private static final int LONGEST = 300;

    /** The bits by their names (RFC 9810, 5.2.3). */
    private static final Map<Integer, String> FAILURES = failures();

    private Words() {}

    static String of(@Nullable PKIStatusInfo status) {
        if (status == null) {
            return "no status";
        }
        List<String> parts = new ArrayList<>();
        if (status.getFailInfo() != null) {
            int bits = status.getFailInfo().intValue();
            FAILURES.forEach(
                    (bit, name) -> {
                        if ((bits & bit) != 0) {
                            parts.add(name);
                        }
                    });
        }
        PKIFreeText text = status.getStatusString();
        if (text != null && text.size() > 0) {
            parts.add("\"" + plain(text.getStringAtUTF8(0).getString()) + "\"");
        }
        return parts.isEmpty()
                ? "status " + status.getStatus() + " without a word"
                : String.join(" ", parts);
    }

    /** One line of readable characters. */
    static String plain(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}\\p{Cf}]+", " ").strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }

    private static Map<Integer, String> failures() {
        Map<Integer, String> names = new LinkedHashMap<>();
        names.put(PKIFailureInfo.badAlg, "badAlg");
        names.put(PKIFailureInfo.badMessageCheck, "badMessageCheck");
        names.put(PKIFailureInfo.badRequest, "badRequest");
        names.put(PKIFailureInfo.badTime, "badTime");
        names.put(PKIFailureInfo.badCertId, "badCertId");
        names.put(PKIFailureInfo.badDataFormat, "badDataFormat");
        names.put(PKIFailureInfo.wrongAuthority, "wrongAuthority");
        names.put(PKIFailureInfo.incorrectData, "incorrectData");
        names.put(PKIFailureInfo.badPOP, "badPOP");
        names.put(PKIFailureInfo.certRevoked, "certRevoked");
        names.put(PKIFailureInfo.certConfirmed, "certConfirmed");
        names.put(PKIFailureInfo.badRecipientNonce, "badRecipientNonce");
        names.put(PKIFailureInfo.badSenderNonce, "badSenderNonce");
        names.put(PKIFailureInfo.badCertTemplate, "badCertTemplate");
        names.put(PKIFailureInfo.signerNotTrusted, "signerNotTrusted");
        names.put(PKIFailureInfo.transactionIdInUse, "transactionIdInUse");
        names.put(PKIFailureInfo.unsupportedVersion, "unsupportedVersion");
        names.put(PKIFailureInfo.notAuthorized, "notAuthorized");
        names.put(PKIFailureInfo.systemUnavail, "systemUnavail");
        names.put(PKIFailureInfo.systemFailure, "systemFailure");
        names.put(PKIFailureInfo.duplicateCertReq, "duplicateCertReq");
        return names;
    }
}
