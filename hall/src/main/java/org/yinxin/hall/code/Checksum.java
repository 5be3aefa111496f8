package org.yinxin.hall.code;

/** The check characters of the national codes. Each takes the code without its check character, already well formed. */
final class Checksum {

    /** GB 32100: digits and letters without I, O, S, V, Z. */
    static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] IDENTITY_WEIGHTS = {
        7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
    };
    private static final String IDENTITY_CHECKS = "10X98765432";

    private Checksum() {}

    /** GB 32100: weights 3^(i-1) mod 31; the outer mod 31 is for the remainder 0. */
    static char creditCode(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < first17.length(); i++) {
            sum += CREDIT_ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** GB 11714. */
    static char organisationCode(String first8) {
        int sum = 0;
        for (int i = 0; i < first8.length(); i++) {
            sum += Character.digit(first8.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    /** GB 11643. */
    static char residentIdentityNumber(String first17) {
        int sum = 0;
        for (int i = 0; i < first17.length(); i++) {
            sum += (first17.charAt(i) - '0') * IDENTITY_WEIGHTS[i];
        }
        return IDENTITY_CHECKS.charAt(sum % 11);
    }

    /** GS 15-2006: ISO 7064 MOD 11,10. */
    static char licenceNumber(String first14) {
        int product = 10;
        for (int i = 0; i < first14.length(); i++) {
            int sum = (product + first14.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    /** Luhn, over the whole number with its check digit. */
    static boolean luhnHolds(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
