package org.yinxin.authority.cmp;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.cmp.ProtectedPart;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;

/** A message that came in, whole and well-formed; nothing in it is proved yet. */
public record CmpMessage(PKIMessage structure) {

    /** Longer messages are not parsed. */
    public static final int MOST_BYTES = 64 * 1024;

    private static final int LONGEST_NAME = 64;

    public static CmpMessage parse(byte[] der) throws MalformedDerException {
        PKIMessage structure = Der.read(der, MOST_BYTES, PKIMessage::getInstance);
        // The library looks into some parts only when it is asked for them.
        return Der.interpret(
                () -> {
                    CmpMessage message = new CmpMessage(structure);
                    message.version();
                    message.protection();
                    message.certificates();
                    message.asksFor(new ASN1ObjectIdentifier("2.5"));
                    return message;
                });
    }

    public PKIHeader header() {
        return structure.getHeader();
    }

    public PKIBody body() {
        return structure.getBody();
    }

    public int version() {
        return header().getPvno().intValueExact();
    }

    /** Names the transaction; empty when it has no name, or too long a one. */
    public byte[] transaction() {
        byte[] name = octets(header().getTransactionID());
        return name.length > LONGEST_NAME ? new byte[0] : name;
    }

    public String transactionHex() {
        return HexFormat.of().formatHex(transaction());
    }

    public byte[] senderNonce() {
        return octets(header().getSenderNonce());
    }

    public byte[] recipientNonce() {
        return octets(header().getRecipNonce());
    }

    /** What the sender says its name is. */
    byte[] senderKey() {
        return octets(header().getSenderKID());
    }

    public @Nullable AlgorithmIdentifier protectionAlgorithm() {
        return header().getProtectionAlg();
    }

    public byte[] protection() {
        return structure.getProtection() == null
                ? new byte[0]
                : structure.getProtection().getOctets();
    }

    /** The octets that are protected. */
    public byte[] protectedPart() {
        return Der.encode(new ProtectedPart(header(), body()));
    }

    public CMPCertificate[] certificates() {
        CMPCertificate[] certificates = structure.getExtraCerts();
        return certificates == null ? new CMPCertificate[0] : certificates;
    }

    /** Whether the general information of the header has an entry of this kind. */
    public boolean asksFor(ASN1ObjectIdentifier kind) {
        InfoTypeAndValue[] general = header().getGeneralInfo();
        return general != null
                && Arrays.stream(general).anyMatch(each -> each.getInfoType().equals(kind));
    }

    private static byte[] octets(@Nullable ASN1OctetString value) {
        return value == null ? new byte[0] : value.getOctets();
    }
}
