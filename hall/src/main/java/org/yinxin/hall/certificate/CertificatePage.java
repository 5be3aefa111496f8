package org.yinxin.hall.certificate;

import java.util.List;

/**
 * A part of what a search found.
 *
 * @param found how many were found in all
 * @param number which page this is, from 1
 * @param pages how many pages there are, at least 1
 */
public record CertificatePage(
        List<CertificateSummary> certificates, long found, int number, int pages) {

    public CertificatePage {
        certificates = List.copyOf(certificates);
    }
}
