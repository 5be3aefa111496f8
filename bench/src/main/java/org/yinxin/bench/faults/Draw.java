package org.yinxin.bench.faults;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.bench.site.DurableAuthority;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.Sm3;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequests;

/**
 * Draws orders from their ids, so that whoever knows an id can order the same again.
 *
 * @param notBefore where all their validities begin
 */
record Draw(Instant notBefore) {

    private static final SubjectName SUBJECT =
            new SubjectName("CN", "示例省", "云岭市", "云岭市星河测试科技有限公司", List.of(), "云岭市星河测试科技有限公司");
    private static final String ORGANISATION_CODE = "91150100MA0T00345Y";

    /** Whose validities begin with the authority's own. */
    static Draw from(DurableAuthority site) {
        return new Draw(site.authority().certificate().tbs().notBefore());
    }

    PairOrder order(UUID id) {
        return new PairOrder(
                new PairOrderId(id),
                DurableAuthority.CODE,
                SUBJECT,
                ORGANISATION_CODE,
                notBefore,
                notBefore.plus(Duration.ofDays(365)),
                SigningRequests.build(new SoftwareSigningKey(key(id, "signing")), SUBJECT),
                key(id, "encryption").getPublic());
    }

    // Shorter than the order of the curve by an octet, so it is always a private number.
    private static KeyPair key(UUID id, String use) {
        byte[] digest = Sm3.digest((id + use).getBytes(StandardCharsets.UTF_8));
        return KeyPairs.sm2(new BigInteger(1, digest, 1, digest.length - 1));
    }
}
