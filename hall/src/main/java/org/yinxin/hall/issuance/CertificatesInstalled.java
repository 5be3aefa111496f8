package org.yinxin.hall.issuance;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * Both keys of a pair were proved to work on the holder's medium. Published once a pair, in the transaction of the fact.
 *
 * @param by who confirmed it: the subscriber, or the producer at the counter
 */
public record CertificatesInstalled(
        UUID order,
        CaseNumber caseNumber,
        Actor by,
        SerialNumber signSerial,
        SerialNumber encryptionSerial,
        Instant at) {}
