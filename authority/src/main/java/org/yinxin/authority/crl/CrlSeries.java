package org.yinxin.authority.crl;

import org.yinxin.authority.AuthorityCode;

/** Lists that follow one another at one address, each in place of the one before. */
public record CrlSeries(AuthorityCode authority, Kind kind) {

    /** What the lists of a series say. */
    public enum Kind {
        /** Everything that is revoked or on hold. */
        FULL,
        /** What has changed since an earlier full list (RFC 5280, 5.2.4). */
        DELTA
    }

    public static CrlSeries full(AuthorityCode authority) {
        return new CrlSeries(authority, Kind.FULL);
    }

    public static CrlSeries delta(AuthorityCode authority) {
        return new CrlSeries(authority, Kind.DELTA);
    }

    boolean isDelta() {
        return kind == Kind.DELTA;
    }

    /** The full lists whose changes these tell. */
    CrlSeries full() {
        return full(authority);
    }
}
