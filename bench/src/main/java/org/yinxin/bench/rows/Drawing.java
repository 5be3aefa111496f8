package org.yinxin.bench.rows;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.reference.CaseNumber;

/** Draws cases: of which kind, from when, whose. The same seed draws the same cases. */
final class Drawing {

    /** So many cases of the plan that hardly anybody uses, however many others there are. */
    static final int RARE = 300;

    /** So many finished cases belong to the account whose lists are measured. */
    private static final int OWN = 40;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Duration HISTORY = Duration.ofDays(3 * 365);
    private static final Duration LATELY = Duration.ofDays(9);

    private final Random random = new Random(3);
    private final Instant now;
    private final Bag usual;
    private final Bag rare;
    private long seq;
    private long accounts = 1;
    private int own;
    private int rareDrawn;

    Drawing(List<Kind> kinds, Plan rarePlan, Instant now) {
        this.now = now;
        this.usual = new Bag(kinds.stream().filter(kind -> !is(kind, rarePlan)).toList());
        this.rare = new Bag(kinds.stream().filter(kind -> is(kind, rarePlan)).toList());
    }

    /** How many accounts there are, the measured one among them. */
    long accounts() {
        return accounts;
    }

    Case next() {
        boolean few = rareDrawn < RARE && seq % 20 == 0;
        rareDrawn += few ? 1 : 0;
        Kind kind = (few ? rare : usual).draw(random);
        long number = seq++;
        Instant openedAt = openedAt(kind);
        long account = account(kind);
        UUID pair = uuid(number * 4);
        return new Case(
                number,
                kind,
                number(openedAt, number),
                account,
                Numbers.holder(number),
                Numbers.creditCode(number),
                Numbers.mobile(account),
                Numbers.identityNumber(number),
                openedAt,
                pair,
                serial(number * 4 + 1),
                serial(number * 4 + 2));
    }

    /** Open cases are from the last days, finished ones from the last years. */
    private Instant openedAt(Kind kind) {
        Duration span = kind.ended() ? HISTORY : LATELY;
        Duration least = kind.ended() ? LATELY : Duration.ofHours(1);
        long seconds = (long) (random.nextDouble() * span.toSeconds());
        return now.minus(least).minusSeconds(seconds).minusSeconds(kind.minutes() * 60L);
    }

    /** Whoever has an open case has one; of the finished ones some belong to the same people. */
    private long account(Kind kind) {
        if (kind.ended() && own < OWN) {
            own++;
            return 0;
        }
        if (kind.ended() && accounts > 2 && random.nextBoolean()) {
            return 1 + random.nextLong(accounts - 1);
        }
        return accounts++;
    }

    private static boolean is(Kind kind, Plan plan) {
        return kind.plan().code().equals(plan.code());
    }

    private static CaseNumber number(Instant openedAt, long seq) {
        YearMonth month = YearMonth.from(openedAt.atZone(SHANGHAI));
        // Multiplied by an odd number, no two of them fall together.
        long scattered = seq * 0x9E3779B97FL & 0xFF_FFFF_FFFFL;
        StringBuilder text = new StringBuilder(14);
        text.append("%02d%02d".formatted(month.getYear() % 100, month.getMonthValue()));
        for (int digit = 0; digit < 8; digit++) {
            if (digit % 4 == 0) {
                text.append('-');
            }
            text.append(DIGITS.charAt((int) (scattered >> (5 * digit) & 31)));
        }
        return new CaseNumber(text.toString());
    }

    /** As scattered as a random one. */
    static UUID uuid(long of) {
        return new UUID(
                (mixed(of) & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L,
                (mixed(~of) & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    private static String serial(long of) {
        return "%016x%016x"
                .formatted(
                        (mixed(of) & 0x7FFF_FFFF_FFFF_FFFFL) | 0x1000_0000_0000_0000L, mixed(~of));
    }

    /** The finishing of SplitMix64, which maps each number to another one. */
    private static long mixed(long of) {
        long z = of + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** Kinds with how frequent each is. */
    private static final class Bag {

        private final List<Kind> kinds;
        private final List<Double> upTo = new ArrayList<>();
        private final double all;

        Bag(List<Kind> kinds) {
            this.kinds = kinds;
            double sum = 0;
            for (Kind kind : kinds) {
                sum += kind.weight();
                upTo.add(sum);
            }
            all = sum;
        }

        Kind draw(Random random) {
            double at = random.nextDouble() * all;
            int index = 0;
            while (index < kinds.size() - 1 && upTo.get(index) <= at) {
                index++;
            }
            return kinds.get(index);
        }
    }
}
