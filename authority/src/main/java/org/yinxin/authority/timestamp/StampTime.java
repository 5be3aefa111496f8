package org.yinxin.authority.timestamp;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.unit.OpenUnit;
import org.yinxin.authority.unit.OpenUnits;
import org.yinxin.authority.unit.UnitTask;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.timestamp.Stamp;
import org.yinxin.pki.timestamp.StampFault;
import org.yinxin.pki.timestamp.StampQuestion;
import org.yinxin.pki.timestamp.StampingUnit;

/**
 * Stamps a hash with the time of the injected clock.
 *
 * <p>Refuses, each in the protocol's own words and in a sentence: what is no question; another version, another hash,
 * a hash of wrong length, another policy, any extension; all of them while there is no unit whose key is here, or while
 * the clock is behind the last stamp.
 */
public final class StampTime {

    private static final Logger LOG = LoggerFactory.getLogger(StampTime.class);

    private static final String NO_UNIT = "no time-stamping unit is at hand now";

    private final CertificationAuthorities authorities;
    private final OpenUnits units;
    private final StampRecords records;
    private final StampPolicy policy;
    private final Clock clock;
    private final Map<SignedCertificate, StampingUnit> known = new ConcurrentHashMap<>();

    public StampTime(
            CertificationAuthorities authorities,
            OpenUnits units,
            StampRecords records,
            StampPolicy policy,
            Clock clock) {
        this.authorities = authorities;
        this.units = units;
        this.records = records;
        this.policy = policy;
        this.clock = clock;
    }

    /** Answers a whole TimeStampResp in DER; empty when there is no such authority or it serves no subscribers. */
    public Optional<byte[]> stamp(AuthorityCode code, byte[] question) {
        return authorities
                .newest(code)
                .filter(CertificationAuthority::servesSubscribers)
                .map(authority -> answer(authority, question));
    }

    private byte[] answer(CertificationAuthority authority, byte[] der) {
        try {
            StampQuestion question = StampQuestion.parse(der);
            return question.fault()
                    .map(fault -> fault.encoded(sentence(fault)))
                    .orElseGet(() -> answer(authority, question));
        } catch (MalformedDerException e) {
            return StampFault.BAD_DATA_FORMAT.encoded("this is no question for a time stamp");
        }
    }

    private byte[] answer(CertificationAuthority authority, StampQuestion question) {
        ASN1ObjectIdentifier own = policy.of(authority);
        if (question.policy().filter(wanted -> !wanted.equals(own)).isPresent()) {
            return StampFault.UNACCEPTED_POLICY.encoded("stamps are given under the policy " + own);
        }
        Optional<OpenUnit> unit = units.find(authority, UnitTask.TIME_STAMPING);
        if (unit.isEmpty()) {
            return StampFault.SYSTEM_FAILURE.encoded(NO_UNIT);
        }
        Instant now = clock.instant();
        Optional<BigInteger> serial =
                records.record(
                        authority.code(),
                        unit.get().certificate().tbs().serial(),
                        question,
                        own,
                        now,
                        policy.accuracy());
        if (serial.isEmpty()) {
            LOG.warn("the clock is behind the last time stamp of {}", authority.code());
            return StampFault.TIME_NOT_AVAILABLE.encoded("the clock is behind the last time stamp");
        }
        try {
            return signer(authority, unit.get())
                    .sign(question, new Stamp(serial.get(), now, own, policy.accuracy()));
        } catch (KeyStoreUnavailableException e) {
            LOG.warn("{}", e.getMessage());
            return StampFault.SYSTEM_FAILURE.encoded(NO_UNIT);
        }
    }

    private StampingUnit signer(CertificationAuthority authority, OpenUnit unit) {
        return known.computeIfAbsent(
                unit.certificate(),
                _ ->
                        new StampingUnit(
                                unit.key(), unit.certificate(), List.of(authority.certificate())));
    }

    private static String sentence(StampFault fault) {
        return switch (fault) {
            case BAD_ALGORITHM -> "hashes by SHA-256, SHA-384, SHA-512 and SM3 are stamped";
            case BAD_DATA_FORMAT -> "the hash is not as long as its algorithm makes it";
            case BAD_REQUEST -> "the version is not 1";
            case UNACCEPTED_EXTENSION -> "no extensions are known";
            case UNACCEPTED_POLICY, TIME_NOT_AVAILABLE, SYSTEM_FAILURE ->
                    throw new IllegalStateException(fault + " is not told of a question");
        };
    }
}
