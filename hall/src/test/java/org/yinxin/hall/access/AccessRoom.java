package org.yinxin.hall.access;

/** Rooms of access for tests of other rooms. */
public final class AccessRoom {

    public static final Class<?> LIMITS = RateLimits.class;

    private AccessRoom() {}
}
