package org.yinxin.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody who applies has on the desk: answers and papers of an organisation that does not exist. Pages are
 * filled in by what they ask; where something is to be chosen and nothing is written down, the first one offered is
 * taken.
 */
record Stationery(Map<String, String> answers) {

    /**
     * @param creditCode another for each certificate, where an organisation may have one of its kind
     */
    static Stationery of(String creditCode, String mobile) {
        var answers = new LinkedHashMap<>(Application.form(creditCode));
        answers.put("agentMobile", mobile);
        answers.put("postcode", "010000");
        answers.put("telephone", "0471-0000000");
        answers.put("legalMobile", mobile);
        answers.put("bankName", "云岭市示例银行");
        answers.put("bankAccount", "6200000000000000001");
        answers.put("secondaryKeys", "0");
        answers.put("delivery", "COURIER_COLLECT");
        answers.put("reason", "演示");
        return new Stationery(Map.copyOf(answers));
    }

    String answer(String field) {
        String answer = answers.get(field);
        if (answer == null) {
            throw new AssertionError("nothing is written down for " + field);
        }
        return answer;
    }

    /** Answers each question that the page asks. */
    void fillIn(Page page) {
        for (String field : asked(page)) {
            Locator input = page.locator("main [name='" + field + "']:visible");
            // An answer given before may have taken this question away.
            if (input.count() > 0) {
                fill(page, field, input);
            }
        }
    }

    static List<String> asked(Page page) {
        return page
                .locator("main form [name]:not([type=hidden]):not([type=submit]):not(button)")
                .all()
                .stream()
                .map(input -> input.getAttribute("name"))
                .distinct()
                .toList();
    }

    private void fill(Page page, String field, Locator input) {
        String written = answers.getOrDefault(field, "");
        switch (String.valueOf(input.first().evaluate("e => e.type"))) {
            case "radio" -> {
                Locator ours = page.locator("main [name='" + field + "'][value='" + written + "']");
                (ours.count() > 0 ? ours : input.first()).check();
            }
            case "select-one" -> choose(input, written);
            default -> {
                if (!written.isEmpty()) {
                    input.fill(written);
                    input.blur();
                }
            }
        }
    }

    private static void choose(Locator select, String written) {
        if (!written.isEmpty() && select.locator("option[value='" + written + "']").count() > 0) {
            select.selectOption(written);
        } else {
            select.selectOption(
                    select.locator("option:not([value=''])").first().getAttribute("value"));
        }
    }

    /** Hands in each paper that the page asks for and has not got. */
    void handIn(Page page) {
        for (Locator input : page.locator("section.paper input[type=file]").all()) {
            handIn(page, input.getAttribute("id"), String.valueOf(input.getAttribute("accept")));
        }
    }

    private static void handIn(Page page, String paper, String accepted) {
        Locator given = page.locator("#paper-" + paper + " figure.given");
        if (given.count() == 0) {
            page.locator("#" + paper).setInputFiles(picture(paper, accepted));
            given.waitFor();
        }
    }

    static FilePayload picture(String paper, String accepted) {
        boolean png = accepted.contains("png");
        String words = "演示资料 " + paper;
        return png
                ? new FilePayload(paper + ".png", "image/png", Pictures.png(words))
                : new FilePayload(paper + ".jpg", "image/jpeg", Pictures.jpg(words));
    }
}
