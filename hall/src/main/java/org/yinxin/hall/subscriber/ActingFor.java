package org.yinxin.hall.subscriber;

/**
 * An organisation that somebody acts for today.
 *
 * @param creditCode its credit code
 * @param name its name
 */
public record ActingFor(String creditCode, String name) {}
