package org.yinxin.hall.review;

import org.yinxin.hall.catalogue.Words;

/**
 * How many cases were refused for a reason.
 *
 * @param reason its code
 * @param words what it says
 * @param cases how many
 */
public record RefusedFor(String reason, Words words, long cases) {}
