package org.yinxin.authority.crl;

import org.yinxin.authority.AuthorityCode;

/**
 * Lists that follow one another at one address, each in place of the one before.
 *
 * @param shard about which certificates: 0 for all of the authority, whatever their shard
 */
public record CrlSeries(AuthorityCode authority, int shard, Kind kind) {

    /** What the lists of a series say. */
    public enum Kind {
        /** Everything that is revoked or on hold. */
        FULL,
        /** What has changed since an earlier full list (RFC 5280, 5.2.4). */
        DELTA
    }

    /** About all certificates of an authority. */
    public static CrlSeries full(AuthorityCode authority) {
        return new CrlSeries(authority, 0, Kind.FULL);
    }

    /** The changes of all certificates of an authority. */
    public static CrlSeries delta(AuthorityCode authority) {
        return new CrlSeries(authority, 0, Kind.DELTA);
    }

    boolean isDelta() {
        return kind == Kind.DELTA;
    }

    /** The full lists whose changes these tell. */
    CrlSeries full() {
        return new CrlSeries(authority, shard, Kind.FULL);
    }
}
