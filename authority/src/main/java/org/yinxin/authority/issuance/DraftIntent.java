package org.yinxin.authority.issuance;

import java.security.SecureRandom;
import org.yinxin.authority.issuance.AdmittedOrder.AdmittedPair;
import org.yinxin.authority.issuance.AdmittedOrder.AdmittedSingle;
import org.yinxin.authority.profile.CrlShards;
import org.yinxin.authority.profile.Intended;
import org.yinxin.authority.profile.PairWriter;
import org.yinxin.authority.profile.SingleWriter;
import org.yinxin.pki.certificate.SerialNumber;

/** Draws the serials of an order and puts the bytes together that will be signed, before any transaction. */
final class DraftIntent {

    private final PairWriter pairs;
    private final SingleWriter singles;
    private final CrlShards shards;
    private final SecureRandom random;

    DraftIntent(PairWriter pairs, SingleWriter singles, CrlShards shards, SecureRandom random) {
        this.pairs = pairs;
        this.singles = singles;
        this.shards = shards;
        this.random = random;
    }

    Draft draft(AdmittedOrder order) {
        SerialNumber first = SerialNumber.random(random);
        // Who asks about one half of a pair often asks about the other, so both are in one list.
        int shard = shards.of(order.authority().line(), first);
        return new Draft(order, intend(order, shard, first), shard);
    }

    private Intended intend(AdmittedOrder order, int shard, SerialNumber first) {
        return switch (order) {
            case AdmittedPair pair ->
                    pairs.intend(
                            pair.authority(),
                            pair.subject(),
                            shard,
                            first,
                            SerialNumber.random(random));
            case AdmittedSingle single ->
                    singles.intend(single.authority(), single.subject(), shard, first);
        };
    }
}
