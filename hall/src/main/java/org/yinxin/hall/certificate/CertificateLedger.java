package org.yinxin.hall.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.subscriber.Departure;

/** Where issued certificates are written down, in the transaction of those who had them issued. */
@Component
public class CertificateLedger {

    private final Certificates certificates;
    private final Successions successions;
    private final Enablements enablements;

    CertificateLedger(Certificates certificates, Successions successions, Enablements enablements) {
        this.certificates = certificates;
        this.successions = successions;
        this.enablements = enablements;
    }

    /** Writes a pair down. A serial that is there already is a fault, never overwritten. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(LedgerEntry sign, LedgerEntry encryption) {
        if (sign.use() != CertificateUse.SIGN
                || encryption.use() != CertificateUse.ENCRYPT
                || !sign.pair().equals(encryption.pair())) {
            throw new IllegalArgumentException("not the two halves of one pair");
        }
        certificates.add(sign);
        certificates.add(encryption);
    }

    /** Notes that both keys of a pair were proved to work. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void markInstalled(UUID pair, Instant at) {
        if (certificates.markInstalled(pair, at) != 2) {
            throw new IllegalStateException("the pair " + pair + " is not whole in the ledger");
        }
    }

    /** Makes what a former agent had of an organisation the new one's; answers how many certificates. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int handOver(Departure from, AccountId to) {
        return certificates.handOver(from, to);
    }

    /** Notes that a pair took the place of another one; noted twice, it is as noted once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void succeed(UUID pair, UUID predecessor, Instant at) {
        successions.add(pair, predecessor, at);
    }

    /** Notes that a pair was enabled for a further project; false when it was before, itself or as its predecessor. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean enable(UUID pair, EnabledProject enabled) {
        return !enabledFor(pair, enabled.project()) && enablements.add(pair, enabled);
    }

    /** Whether a pair, or one whose place it took, was enabled for a project. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean enabledFor(UUID pair, String project) {
        return enablements.of(pair).stream().anyMatch(one -> one.project().equals(project));
    }

    /** The certificate of a serial, whosever it is. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<LedgerEntry> find(String serial) {
        return certificates.find(serial);
    }

    /** Both certificates of a pair, the signing one first; empty when it was not issued. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<LedgerEntry> pair(UUID pair) {
        return certificates.ofPair(pair);
    }
}
