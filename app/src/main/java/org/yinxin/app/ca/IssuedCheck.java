package org.yinxin.app.ca;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.check.CheckIssued;
import org.yinxin.authority.check.CheckIssued.Checked;
import org.yinxin.hall.application.CheckApproval;

/** Looks again at what was issued on some days of China, and prints what is wrong. */
public final class IssuedCheck {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate BEFORE_ALL = LocalDate.of(2000, 1, 1);
    private static final LocalDate AFTER_ALL = LocalDate.of(9999, 1, 1);

    private final CheckIssued checkIssued;
    private final CheckApproval checkApproval;
    private final PrintStream out;

    public IssuedCheck(CheckIssued checkIssued, CheckApproval checkApproval, PrintStream out) {
        this.checkIssued = checkIssued;
        this.checkApproval = checkApproval;
        this.out = out;
    }

    /**
     * Answers whether there is no objection.
     *
     * @param from the first day; null for the beginning
     * @param until the last day; null for no end
     */
    public boolean finds(@Nullable LocalDate from, @Nullable LocalDate until) {
        Checked checked =
                checkIssued.check(
                        start(from == null ? BEFORE_ALL : from),
                        start(until == null ? AFTER_ALL : until.plusDays(1)),
                        (order, signing, code) ->
                                checkApproval.objection(order.value(), signing, code),
                        out::println);
        out.printf(
                "%,d certificate%s looked at; objections to %,d.%n",
                checked.certificates(),
                checked.certificates() == 1 ? "" : "s",
                checked.objectedTo());
        return checked.objectedTo() == 0;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(CHINA).toInstant();
    }
}
