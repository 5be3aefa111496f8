package org.yinxin.authority.status;

import java.util.Collection;
import java.util.Map;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.pki.certificate.SerialNumber;

/** Looks statuses up as they are now. */
@FunctionalInterface
public interface StatusLookup {

    /** Of many serials at once; each of them has a status in the answer, be it unknown. */
    Map<SerialNumber, CertificateStatus> find(
            AuthorityCode authority, Collection<SerialNumber> serials);
}
