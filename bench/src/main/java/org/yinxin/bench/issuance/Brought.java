package org.yinxin.bench.issuance;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.yinxin.app.wiring.World;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequests;

/** Keys and requests that subscribers have made; each is used once. */
final class Brought {

    private final SecureRandom random = World.random();
    private final KeyAlgorithm algorithm;
    private final SubjectName subject;
    private final ConcurrentLinkedQueue<One> waiting = new ConcurrentLinkedQueue<>();

    /** One of them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record One(PublicKey key, byte[] request) {}

    Brought(KeyAlgorithm algorithm, SubjectName subject) {
        this.algorithm = algorithm;
        this.subject = subject;
    }

    /** Makes as many as are missing. */
    void fill(int count) {
        for (int i = waiting.size(); i < count; i++) {
            KeyPair pair = KeyPairs.generate(algorithm, random);
            waiting.add(
                    new One(
                            pair.getPublic(),
                            SigningRequests.build(new SoftwareSigningKey(pair), subject)));
        }
    }

    One next() {
        One next = waiting.poll();
        if (next == null) {
            throw new IllegalStateException("more is ordered than was brought");
        }
        return next;
    }
}
