package org.yinxin.bench.rows;

/**
 * Numbers that nobody has. Organisations and people stand under a region (990000) that does not exist; mobile numbers
 * come first from the block of the demonstration and then from one in which numbers are longer than eleven digits.
 */
final class Numbers {

    private static final int DEMONSTRATED = 10_000;

    private static final String[] TRADES = {
        "测试科技有限公司", "测试商贸有限公司", "测试建设工程有限公司", "测试医疗器械有限公司", "测试设计院", "测试物业服务有限公司", "测试信息技术有限公司"
    };

    private static final String[] PLACES = {"云岭市", "星河区", "远山县", "临溪市", "望湖市", "长汀口市"};

    private Numbers() {}

    static String holder(long seq) {
        return PLACES[(int) (seq % PLACES.length)]
                + "第%d号".formatted(seq)
                + TRADES[(int) (seq / 7 % TRADES.length)];
    }

    static String creditCode(long seq) {
        return "91990000MA%08d".formatted(seq);
    }

    static String identityNumber(long seq) {
        return "9900001990%08d".formatted(seq);
    }

    static String mobile(long account) {
        return account < DEMONSTRATED
                ? "1990000%04d".formatted(account)
                : "1440%07d".formatted(account);
    }
}
