/**
 * The hall as its users meet it: a program that is started, pages in a real browser, calls over HTTP.
 *
 * <p>A class about one system starts with the words of its manual, read from an {@code Offer} ({@code inThisOrder}, {@code
 * fen}, {@code promise}) and from the {@code status} and {@code history} of a {@code Case}. A {@code Passage} works the
 * gates of a case, whatever plan it is of: {@code pass} some in the order given, {@code upTo} one, or {@code through} all;
 * what it issues is a {@code Pair}, which {@code HallOverTime} can carry to a later day. To answer badly, answer by hand:
 * {@code IdentityStep}, {@code BankCheckStep} and {@code Staff} hand back what the hall said. Subscribers have one open
 * case of a business each, so a test that leaves one open signs somebody of its own in.
 */
@NullMarked
package org.yinxin.acceptance;

import org.jspecify.annotations.NullMarked;
