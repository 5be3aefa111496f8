package org.yinxin.keyagent.medium;

/**
 * A token as anybody may see it.
 *
 * @param kind the kind of its medium
 * @param triesLeft how many wrong PINs it suffers before it locks; 0 when it is locked
 * @param unlockable whether a hall is pinned that may let the PIN be reset
 */
public record TokenView(
        TokenId id, String kind, String label, int triesLeft, int containers, boolean unlockable) {}
