package org.yinxin.hall.identification;

/**
 * An account as somebody typed it.
 *
 * @param name in whose name it is
 * @param number its number
 * @param bank the bank and branch
 */
public record TypedAccount(String name, String number, String bank) {}
