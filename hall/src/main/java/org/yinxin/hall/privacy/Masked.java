package org.yinxin.hall.privacy;

/** Personal data as it may stand on a page that is not about that person's papers. */
public final class Masked {

    private Masked() {}

    /** {@code 138****0001} */
    public static String mobile(String mobile) {
        return keep(mobile, 3, 4);
    }

    /** {@code 1501************19}: neither the birthday nor the sequence is left. */
    public static String identityNumber(String number) {
        return keep(number, 4, 2);
    }

    /** {@code 张**}: the family name is left. */
    public static String name(String name) {
        return keep(name, 1, 0);
    }

    /**
     * Who applied: an organisation's name stays, and whatever is as short as a person's is masked like one. Names of
     * organisations are registered with more than four characters.
     */
    public static String holder(String name) {
        return name.codePointCount(0, name.length()) > 4 ? name : name(name);
    }

    /** {@code t***@example.cn} */
    public static String email(String address) {
        int at = address.indexOf('@');
        return at < 1 ? keep(address, 0, 0) : address.charAt(0) + "***" + address.substring(at);
    }

    /** {@code ***************0018}: the last four digits, as banks print them. */
    public static String bankAccount(String number) {
        return keep(number, 0, 4);
    }

    /** Stars for anything too short to leave its ends standing. Counts characters, not UTF-16 units. */
    private static String keep(String value, int front, int back) {
        int[] points = value.codePoints().toArray();
        boolean tooShort = points.length <= front + back;
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            boolean shown = !tooShort && (i < front || i >= points.length - back);
            masked.appendCodePoint(shown ? points[i] : '*');
        }
        return masked.toString();
    }
}
