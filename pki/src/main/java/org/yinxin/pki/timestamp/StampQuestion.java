package org.yinxin.pki.timestamp;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.oid.ChineseOids;

/** A question for a time stamp (RFC 3161, 2.4.1): the hash of what is to be stamped, never the thing itself. */
public final class StampQuestion {

    /** Longer questions are not parsed. */
    public static final int MOST_BYTES = 16 * 1024;

    private static final int LONGEST_NONCE_BITS = 256;

    /** The hashes that are stamped, with their lengths in octets; SHA-1 and MD5 are not among them. */
    private static final Map<ASN1ObjectIdentifier, Integer> HASHES =
            Map.of(
                    NISTObjectIdentifiers.id_sha256, 32,
                    NISTObjectIdentifiers.id_sha384, 48,
                    NISTObjectIdentifiers.id_sha512, 64,
                    ChineseOids.SM3, 32);

    private final TimeStampReq structure;

    private StampQuestion(TimeStampReq structure) {
        this.structure = structure;
    }

    /** Reads DER; a nonce of more than 32 octets counts as malformed. */
    public static StampQuestion parse(byte[] der) throws MalformedDerException {
        TimeStampReq structure = Der.read(der, MOST_BYTES, TimeStampReq::getInstance);
        BigInteger nonce = structure.getNonce() == null ? null : structure.getNonce().getValue();
        if (nonce != null && nonce.bitLength() > LONGEST_NONCE_BITS) {
            throw new MalformedDerException("the nonce is too long to be echoed");
        }
        return new StampQuestion(structure);
    }

    /** What is wrong with a question that could be read; the policy is the stamper's to judge. */
    public Optional<StampFault> fault() {
        if (!structure.getVersion().hasValue(1)) {
            return Optional.of(StampFault.BAD_REQUEST);
        }
        Integer length = HASHES.get(imprintAlgorithm());
        if (length == null) {
            return Optional.of(StampFault.BAD_ALGORITHM);
        }
        if (imprint().length != length) {
            return Optional.of(StampFault.BAD_DATA_FORMAT);
        }
        return structure.getExtensions() == null
                ? Optional.empty()
                : Optional.of(StampFault.UNACCEPTED_EXTENSION);
    }

    public ASN1ObjectIdentifier imprintAlgorithm() {
        return structure.getMessageImprint().getHashAlgorithm().getAlgorithm();
    }

    public byte[] imprint() {
        return structure.getMessageImprint().getHashedMessage();
    }

    /** Under which policy the stamp is wanted; empty when any will do. */
    public Optional<ASN1ObjectIdentifier> policy() {
        return Optional.ofNullable(structure.getReqPolicy());
    }

    TimeStampReq structure() {
        return structure;
    }
}
