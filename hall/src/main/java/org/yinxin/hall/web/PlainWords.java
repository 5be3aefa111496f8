package org.yinxin.hall.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says dates, amounts, sizes and codes as people say them, in the language of the request; templates call it as
 * {@code @plainWords}. All times are told in China's one time zone, whatever the server's is.
 */
@Component
public class PlainWords {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int GROUP = 4;
    private static final long KILO = 1024;

    /** Six digits of a place, eight of a birthday, four more; a credit code never has a date there by chance. */
    private static final Pattern IDENTITY_NUMBER =
            Pattern.compile("\\d{6}(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dX]");

    private static final Pattern MOBILE_NUMBER = Pattern.compile("1\\d{10}");

    private static final DateTimeFormatter DAY_ZH =
            DateTimeFormatter.ofPattern("yyyy年M月d日 EEE", Locale.CHINA);
    private static final DateTimeFormatter DAY_EN =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Such as 2026年11月25日 周三 17:30. */
    public String moment(Instant at) {
        var there = at.atZone(ZONE);
        String day = day(there.toLocalDate());
        return english() ? day + ", " + HOUR.format(there) : day + " " + HOUR.format(there);
    }

    /** Such as 2026年11月25日 周三 17:30 前. */
    public String before(Instant at) {
        return english() ? "by " + moment(at) : moment(at) + " 前";
    }

    /** Such as 2026年11月25日 周三. */
    public String day(Instant at) {
        return day(at.atZone(ZONE).toLocalDate());
    }

    /** Such as 2026年11月25日 周三. */
    public String day(LocalDate day) {
        return (english() ? DAY_EN : DAY_ZH).format(day);
    }

    /** Such as 200 元, 199.50 元. */
    public String yuan(BigDecimal amount) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        var format =
                new DecimalFormat(
                        whole ? "#,##0" : "#,##0.00",
                        DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        String digits = format.format(amount);
        return english() ? "CNY " + digits : digits + " 元";
    }

    /** Such as 1 MB, 820 KB. From a megabyte on it is rounded up, so that what is too large never looks as if it fitted. */
    public String size(long bytes) {
        if (bytes >= KILO * KILO) {
            var format = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
            format.setRoundingMode(RoundingMode.CEILING);
            return format.format((double) bytes / (KILO * KILO)) + " MB";
        }
        return Math.max(1, bytes / KILO) + " KB";
    }

    /** The parts in which a code is read: an identity number and a mobile number in their own, others by four; a code that brings its own hyphens stays whole. */
    public List<String> groups(String code) {
        if (code.indexOf('-') >= 0) {
            return List.of(code);
        }
        if (IDENTITY_NUMBER.matcher(code).matches()) {
            return List.of(code.substring(0, 6), code.substring(6, 14), code.substring(14));
        }
        if (MOBILE_NUMBER.matcher(code).matches()) {
            return List.of(code.substring(0, 3), code.substring(3, 7), code.substring(7));
        }
        List<String> groups = new ArrayList<>();
        for (int at = 0; at < code.length(); at += GROUP) {
            groups.add(code.substring(at, Math.min(code.length(), at + GROUP)));
        }
        return List.copyOf(groups);
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
