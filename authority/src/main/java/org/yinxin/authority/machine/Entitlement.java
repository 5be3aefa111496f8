package org.yinxin.authority.machine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateKind;
import org.yinxin.pki.name.SubjectName;

/**
 * What a machine may have.
 *
 * @param authority the line of who certifies it, so that it stays entitled when that gets a new key
 * @param days for how long one of its certificates is valid
 * @param most how many certificates it may have in all, old ones too
 * @param until when it may enrol for the last time
 */
public record Entitlement(
        AuthorityCode authority,
        CertificateKind kind,
        SubjectName subject,
        @Nullable String organisationCode,
        List<String> hostNames,
        int days,
        int most,
        Instant until) {

    private static final int MOST_DAYS = 3660;

    public Entitlement {
        hostNames = List.copyOf(hostNames);
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "a certificate is valid for 1 to " + MOST_DAYS + " days");
        }
        if (most < 1 || most > 10_000) {
            throw new IllegalArgumentException("a machine has 1 to 10000 certificates");
        }
        if (kind == CertificateKind.ORGANISATION && !hostNames.isEmpty()) {
            throw new IllegalArgumentException("names of hosts are for devices");
        }
    }

    /** The same of another authority. */
    Entitlement of(AuthorityCode other) {
        return new Entitlement(
                other, kind, subject, organisationCode, hostNames, days, most, until);
    }
}
