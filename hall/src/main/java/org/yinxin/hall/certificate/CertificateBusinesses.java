package org.yinxin.hall.certificate;

import java.util.List;
import org.yinxin.hall.actor.Actor;

/** Somebody who knows what can be applied for about a certificate. It asks the authority: never called in a transaction. */
@FunctionalInterface
public interface CertificateBusinesses {

    /**
     * Those of the plan that the certificate came from, in its order, and then those of the authority's other plans that
     * enable it for their projects; none of a certificate that is somebody else's.
     */
    List<CertificateBusiness> about(Actor.Subscriber actor, String serial);
}
