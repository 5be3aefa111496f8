package org.yinxin.acceptance;

import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One application on its way over the open API; each method is one step and answers what the hall said. */
record Application(Client owner, String number) {

    static final List<String> PAPERS = List.of("licence", "seal", "legal-id");

    static Application open(Client owner) {
        JsonNode view =
                owner.post("/api/v1/applications", Map.of("plan", "neimeng", "business", "NEW"))
                        .expect(201);
        return new Application(owner, view.get("number").asString());
    }

    /**
     * A form without a fault, of an organisation that nobody could take for a real one.
     *
     * @param creditCode another for each application: an organisation may have one certificate of this kind
     */
    static Map<String, String> form(String creditCode) {
        var form = new LinkedHashMap<String, String>();
        form.put("subjectType", "ENTERPRISE");
        form.put("organisationName", "云岭市星河测试科技有限公司");
        form.put("creditCode", creditCode);
        form.put("province", "内蒙古自治区");
        form.put("city", "云岭市");
        form.put("district", "星河区");
        form.put("legalName", "测试乙");
        form.put("legalDocument", "RESIDENT_ID");
        form.put("legalIdentityNumber", "150102198506150039");
        form.put("agentName", "测试甲");
        form.put("agentIdentityNumber", "150102199001010019");
        form.put("agentMobile", "19900000001");
        form.put("agentEmail", "agent@example.invalid");
        form.put("address", "云岭市星河区示例路1号");
        return form;
    }

    String path(String rest) {
        return "/api/v1/applications/" + number + rest;
    }

    JsonNode view() {
        return owner.get(path("")).expect(200);
    }

    String status() {
        return view().get("status").get("words").asString();
    }

    JsonNode save(Map<String, String> form) {
        return owner.put(path("/form"), form).expect(200);
    }

    JsonNode agree() {
        JsonNode agreement = owner.get(path("/agreement")).expect(200);
        return owner.post(
                        path("/agreement"),
                        Map.of(
                                "version", agreement.get("version").asString(),
                                "sm3", agreement.get("sm3").asString()))
                .expect(200);
    }

    Client.Answer attach(String paper, byte[] picture) {
        return owner.put(path("/papers/" + paper), "application/octet-stream", picture);
    }

    Client.Answer submit() {
        return owner.post(path("/submission"), Map.of());
    }

    /** Everything up to and with the submission. */
    Application submitted(String creditCode) {
        save(form(creditCode));
        agree();
        for (String paper : PAPERS) {
            attach(paper, Pictures.png(paper)).expect(200);
        }
        submit().expect(200);
        return this;
    }

    JsonNode pay() {
        JsonNode order = owner.post(path("/payment"), Map.of("channel", "wechat")).expect(200);
        owner.post("/demo/wechat", Map.of("codeUrl", order.get("codeUrl").asString())).expect(200);
        String orders = "/api/v1/orders/" + order.get("orderId").asString();
        for (int attempt = 0; attempt < 150; attempt++) {
            JsonNode state = owner.get(orders).expect(200);
            if (state.get("state").asString().equals("settled")) {
                return state;
            }
            Client.pause();
        }
        throw new AssertionError("the order was not settled");
    }

    /** Issues to a key made of OpenSSL in the folder given, and proves that it works. */
    JsonNode produce(Path folder) {
        var key = new OpenSslKey(folder);
        JsonNode pair =
                owner.post(path("/production"), Map.of("signingRequest", key.signingRequest()))
                        .expect(200);
        key.install(pair);
        Base64.Decoder base64 = Base64.getDecoder();
        JsonNode challenge = pair.get("challenge");
        return owner.post(
                        path("/production/confirmation"),
                        Map.of(
                                "signature",
                                        key.sign(base64.decode(challenge.get("toSign").asString())),
                                "decrypted",
                                        key.decrypt(
                                                base64.decode(
                                                        challenge.get("encrypted").asString()))))
                .expect(200);
    }
}
