package org.yinxin.standins.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How a person who tries the demonstration chooses what happens, with values that nobody has by accident. A name (of a
 * person or an organisation) that contains the word, or a mobile or account number that ends in the digits:
 *
 * <table>
 * <caption>Values</caption>
 * <tr><th>word</th><th>digits</th><th>what happens</th></tr>
 * <tr><td>不符</td><td>4401</td><td>it does not match; a bank refuses the account</td></tr>
 * <tr><td>查无</td><td>4402</td><td>the source does not know them</td></tr>
 * <tr><td>缓慢</td><td>4403</td><td>the source takes half a minute</td></tr>
 * <tr><td>停机</td><td>4404</td><td>the source does not answer</td></tr>
 * <tr><td>处理中</td><td>4405</td><td>a bank is still at work, at the first asking</td></tr>
 * </table>
 *
 * Everything else matches, save that the register of enterprises, like a real one, does not know the bodies of the
 * state: a credit code that begins with 1.
 */
public enum MadeUp {
    ORDINARY("", ""),
    DIFFERS("不符", "4401"),
    UNKNOWN("查无", "4402"),
    SLOW("缓慢", "4403"),
    DEAD("停机", "4404"),
    PENDING("处理中", "4405");

    /** Longer than any client waits. */
    static final Duration SLOWNESS = Duration.ofSeconds(30);

    private static final List<String> NAMES =
            List.of("name", "organisationName", "legalName", "payeeName");
    private static final List<String> NUMBERS = List.of("mobile", "payeeAccount");

    private final String word;
    private final String digits;

    MadeUp(String word, String digits) {
        this.word = word;
        this.digits = digits;
    }

    /** What the values of a question choose; the first that any of them chooses. */
    static MadeUp of(JsonNode question) {
        List<String> names = texts(question, NAMES);
        List<String> numbers = texts(question, NUMBERS);
        for (MadeUp each : values()) {
            boolean chosen =
                    each != ORDINARY
                            && (names.stream().anyMatch(name -> name.contains(each.word))
                                    || numbers.stream()
                                            .anyMatch(number -> number.endsWith(each.digits)));
            if (chosen) {
                return each;
            }
        }
        return ORDINARY;
    }

    Result result() {
        return switch (this) {
            case DIFFERS -> Result.MISMATCH;
            case UNKNOWN -> Result.UNKNOWN;
            case ORDINARY, SLOW, DEAD, PENDING -> Result.MATCH;
        };
    }

    private static List<String> texts(JsonNode question, List<String> fields) {
        List<String> texts = new ArrayList<>();
        for (String field : fields) {
            String text = question.path(field).asString("");
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }
}
