package org.yinxin.hall.certificate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * One certificate in the ledger.
 *
 * @param pair what the two certificates of a pair have in common
 * @param holder the account that applied for it
 * @param organisation O of the subject
 * @param commonName CN of the subject
 * @param organisationCode the code extension, or none
 * @param der the certificate
 * @param installedAt when its key was proved to work on the holder's medium; null until then
 */
@SuppressWarnings("ArrayRecordComponent") // entries are not compared
public record LedgerEntry(
        SerialNumber serial,
        AuthorityCode authority,
        CertificateUse use,
        UUID pair,
        CaseNumber caseNumber,
        AccountId holder,
        String organisation,
        String commonName,
        @Nullable String organisationCode,
        Instant notBefore,
        Instant notAfter,
        byte[] der,
        Instant issuedAt,
        @Nullable Instant installedAt) {}
