package org.yinxin.hall.certificate;

import java.util.List;
import java.util.stream.Stream;
import org.yinxin.hall.subscriber.Agents;
import org.yinxin.hall.testing.TestHall;

/** The ledger over a fresh database, together with the rooms that write into it. */
public final class LedgerRoom {

    private LedgerRoom() {}

    public static TestHall open(List<String> packages, Class<?>... others) {
        return TestHall.of(
                Stream.concat(Stream.of("subscriber", "certificate", "issuance"), packages.stream())
                        .toList(),
                Stream.concat(
                                Stream.of(
                                        Certificates.class,
                                        LedgerSearch.class,
                                        Agents.class,
                                        Holders.class,
                                        Successions.class,
                                        Enablements.class,
                                        CertificateLedger.class,
                                        ReadCertificate.class,
                                        ListCertificates.class),
                                Stream.of(others))
                        .toArray(Class<?>[]::new));
    }
}
