package org.yinxin.hall.application.gate;

/**
 * Why one item was returned or refused.
 *
 * @param item the field or paper, by its code; empty when the whole application is meant
 * @param reason the code of a reason in the plan's catalogue
 * @param text what the officer added in own words; may be empty
 */
public record ItemReason(String item, String reason, String text) {}
