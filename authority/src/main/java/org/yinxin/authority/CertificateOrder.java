package org.yinxin.authority;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.KeyRequest;

/**
 * An order for one certificate of a key that the subscriber has made.
 *
 * @param id the idempotency key
 * @param authority who shall issue
 * @param kind what it is for; with the authority it decides which profile it is made under
 * @param subject the subject that was approved beforehand; the one in the request is not used
 * @param organisationCode an organisation or credit code, said where the profile says so; null for none
 * @param hostNames the names of a device in the network, none for an organisation
 * @param notBefore start of the validity; fractions of a second are dropped
 * @param notAfter end of the validity; an order that reaches beyond the authority's own certificate is refused
 * @param request the request of the key: it proves possession
 */
public record CertificateOrder(
        CertificateOrderId id,
        AuthorityCode authority,
        CertificateKind kind,
        SubjectName subject,
        @Nullable String organisationCode,
        List<String> hostNames,
        Instant notBefore,
        Instant notAfter,
        KeyRequest request) {
    public CertificateOrder {
        hostNames = List.copyOf(hostNames);
    }
}
