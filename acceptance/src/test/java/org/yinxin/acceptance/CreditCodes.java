package org.yinxin.acceptance;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Unified social credit codes of organisations that do not exist: enterprises of a region of which no office is, with both
 * check digits right (GB 11714, GB 32100).
 */
final class CreditCodes {

    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger LAST = new AtomicInteger();

    private CreditCodes() {}

    /** The number of an organisation that no other test has; four digits. */
    static int next() {
        return 5000 + LAST.incrementAndGet();
    }

    /** The code of the organisation with such a number. */
    static String of(int number) {
        String body = "MA0T%04d".formatted(number);
        String unchecked = "91150100" + body + organisationCheck(body);
        return unchecked + creditCheck(unchecked);
    }

    private static char organisationCheck(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += Character.digit(body.charAt(i), 36) * ORGANISATION[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : Character.forDigit(check, 10);
    }

    private static char creditCheck(String unchecked) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < unchecked.length(); i++) {
            sum += DIGITS.indexOf(unchecked.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return DIGITS.charAt((31 - sum % 31) % 31);
    }
}
