package org.yinxin.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What reaches somebody outside the hall's pages: text messages, and money on the account of their unit. */
record Telephone(String address) {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    /** The codes in messages that speak of something, such as a case; newest first. */
    List<String> codes(String mobile, String about) {
        var codes = new ArrayList<String>();
        for (JsonNode message : demonstration("/demo/inbox.json?mobile=" + mobile)) {
            String text = message.get("text").asString();
            Matcher code = CODE.matcher(text);
            if (text.contains(about) && code.find()) {
                codes.add(code.group(1));
            }
        }
        return codes;
    }

    /** The newest code, once more have come than there were before; messages are sent behind the answer. */
    String newCode(String mobile, String about, int before) {
        return await(
                "a message with a code for " + mobile, () -> newest(codes(mobile, about), before));
    }

    /** What stands beside the transfers to an account; newest first. */
    List<String> memos(String account) {
        var memos = new ArrayList<String>();
        for (JsonNode transfer : demonstration("/demo/bank.json?account=" + account)) {
            memos.add(transfer.get("memo").asString());
        }
        return memos;
    }

    String newMemo(String account, int before) {
        return await("a transfer to " + account, () -> newest(memos(account), before));
    }

    /** Opens the link of a face check on the telephone, and looks into it. */
    void look(String link) {
        Client.anonymous(address).post("/demo/face", Map.of("link", link, "yes", true)).expect(204);
    }

    private JsonNode demonstration(String path) {
        return Client.anonymous(address).get(path).expect(200);
    }

    private static String newest(List<String> found, int before) {
        return found.size() > before ? found.getFirst() : "";
    }

    private static String await(String what, Supplier<String> found) {
        return Client.await(what, () -> Optional.of(found.get()).filter(it -> !it.isEmpty()));
    }
}
