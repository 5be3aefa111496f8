package org.yinxin.authority.responder;

import java.util.Optional;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.ocsp.OcspResponder;

/** Finds who signs the answers about an authority's certificates now. Safe for use by several threads. */
@FunctionalInterface
public interface Responders {

    /** Empty when nobody can sign now; the question is then to be put again later. */
    Optional<OcspResponder> of(CertificationAuthority authority);
}
