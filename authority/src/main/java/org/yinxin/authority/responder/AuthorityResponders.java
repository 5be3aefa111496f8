package org.yinxin.authority.responder;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.pki.ocsp.OcspResponder;

/** Each authority signs for itself. */
public final class AuthorityResponders implements Responders {

    private final AuthorityKeys keys;
    private final Map<AuthorityCode, OcspResponder> known = new ConcurrentHashMap<>();

    public AuthorityResponders(AuthorityKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<OcspResponder> of(CertificationAuthority authority) {
        return Optional.of(
                known.computeIfAbsent(
                        authority.code(),
                        _ ->
                                new OcspResponder(
                                        keys.open(authority.key(), KeyPurpose.SIGN_OCSP_ANSWERS),
                                        authority.certificate())));
    }
}
