package org.yinxin.authority.check;

import java.util.Optional;
import org.yinxin.authority.PairOrderId;
import org.yinxin.pki.certificate.TbsCertificate;

/** Whoever approves orders, asked again whether this was one. */
@FunctionalInterface
public interface Approvals {

    /**
     * What is missing or differs.
     *
     * @param signing the signing certificate of the pair
     * @param code the organisation code that it says
     * @return a sentence's end after “certificate …: ”, without personal data; empty when it was approved as it is
     */
    Optional<String> objection(PairOrderId order, TbsCertificate signing, SaidCode code);
}
