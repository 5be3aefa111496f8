package org.yinxin.hall.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yinxin.authority.Authority;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.CertificateUse;
import org.yinxin.hall.certificate.LedgerEntry;

/** Finds a certificate in the ledger and asks the authority how it stands; never inside a transaction. */
@Component
class OldCertificates {

    private final CertificateLedger ledger;
    private final Authority authority;

    OldCertificates(CertificateLedger ledger, Authority authority) {
        this.ledger = ledger;
        this.authority = authority;
    }

    /** The pair that has a half of this serial. */
    Optional<OldCertificate> find(String serial) {
        return ledger.find(serial).map(LedgerEntry::pair).flatMap(this::find);
    }

    Optional<OldCertificate> find(UUID pair) {
        return sign(ledger.pair(pair))
                .map(
                        sign ->
                                new OldCertificate(
                                        sign, authority.status(sign.authority(), sign.serial())));
    }

    private static Optional<LedgerEntry> sign(List<LedgerEntry> pair) {
        return pair.stream().filter(half -> half.use() == CertificateUse.SIGN).findFirst();
    }
}
