package org.yinxin.authority.outside;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.yinxin.pki.certificate.SignedCertificate;

/** What an answer that is believed says. */
sealed interface Told {

    /**
     * A certificate.
     *
     * @param number by which a confirmation refers to it
     * @param along other certificates that came in the body
     */
    record Brought(SignedCertificate certificate, BigInteger number, List<SignedCertificate> along)
            implements Told {
        public Brought {
            along = List.copyOf(along);
        }
    }

    /**
     * Nothing yet.
     *
     * @param number by which asking again refers to it
     * @param after how long the authority wants to be left alone; zero when it does not say
     */
    record Later(BigInteger number, Duration after) implements Told {}

    /** It knows that we took a certificate, or do not want it. */
    record Confirmed() implements Told {}

    /** The status was changed. */
    record Changed() implements Told {}

    /**
     * No.
     *
     * @param words of the authority, for the log and the officer
     * @param revokedAlready whether it says that the certificate is revoked (certRevoked)
     */
    record Denied(String words, boolean revokedAlready) implements Told {}

    /** Something that answers another question, or nothing that can be read. */
    record Odd(String what) implements Told {}
}
