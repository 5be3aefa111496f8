package org.yinxin.hall.catalogue;

/**
 * A reason from a plan's catalogue, so that a return tells the subscriber exactly what to redo.
 *
 * @param code its name
 * @param words what the subscriber reads
 */
public record Reason(String code, Words words) {}
