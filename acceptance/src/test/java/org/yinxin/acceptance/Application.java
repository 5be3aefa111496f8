package org.yinxin.acceptance;

import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One application on its way over the open API; each method is one step and answers what the hall said. */
record Application(Client owner, String number) {

    /** What an enterprise hands in before the contract is made, and what it hands in with the form. */
    static final List<String> PAPERS = List.of("licence", "seal", "legal-id");

    static final List<String> LEGAL_PAPERS = List.of("legal-seal", "legal-signature");

    /** The questions before the two identifications; all others come with the form. */
    private static final List<String> AGENT =
            List.of("agentName", "agentIdentityNumber", "agentMobile", "agentEmail");

    private static final List<String> ORGANISATION =
            List.of(
                    "project",
                    "subjectType",
                    "organisationName",
                    "creditCode",
                    "legalName",
                    "legalDocument",
                    "legalIdentityNumber");

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
        form.put("project", "procurement");
        form.put("subjectType", enterprise(creditCode) ? "ENTERPRISE" : "INSTITUTION");
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
        form.put("agentMobile", mobile(creditCode));
        form.put("agentEmail", "agent@example.invalid");
        form.put("invoice", "NONE");
        form.put("delivery", "COURIER_COLLECT");
        form.put("address", "云岭市星河区示例路1号");
        return form;
    }

    /** The agent's telephone, another for each organisation: so many codes an hour are sent to one, and no more. */
    static String mobile(String creditCode) {
        return "1990009%04d".formatted(Math.floorMod(creditCode.hashCode(), 10_000));
    }

    /** Whether it is an organisation that has a business licence and is in the register. */
    static boolean enterprise(String creditCode) {
        return creditCode.startsWith("9");
    }

    String path(String rest) {
        return "/api/v1/applications/" + number + rest;
    }

    JsonNode view() {
        return owner.get(path("")).expect(200);
    }

    JsonNode gate(String code) {
        for (JsonNode gate : view().path("gates")) {
            if (code.equals(gate.path("code").asString())) {
                return gate;
            }
        }
        throw new AssertionError(number + " has no gate " + code);
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

    /** Everything up to and with the submission, for an enterprise. */
    Application submitted(String creditCode) {
        Map<String, String> form = form(creditCode);
        String mobile = mobile(creditCode);
        save(only(AGENT, form));
        prove("KYC_AGENT", "MOBILE", mobile);
        save(only(ORGANISATION, form));
        prove("KYC_ORG", "REGISTER", mobile);
        agree();
        attach(PAPERS);
        prove("SIGN_CONFIRM", "SMS", mobile);
        form.keySet().removeAll(AGENT);
        form.keySet().removeAll(ORGANISATION);
        save(form);
        attach(LEGAL_PAPERS);
        submit().expect(200);
        return this;
    }

    private static Map<String, String> only(List<String> names, Map<String, String> form) {
        var answers = new LinkedHashMap<>(form);
        answers.keySet().retainAll(names);
        return answers;
    }

    private void attach(List<String> papers) {
        papers.forEach(paper -> attach(paper, Pictures.png(paper)).expect(200));
    }

    /** Proves who somebody is, by a method that asks the source at once or sends a code to this telephone. */
    void prove(String gate, String method, String mobile) {
        String identity = path("/identity/" + gate);
        int before = owner.codes(mobile, number).size();
        JsonNode state = owner.post(identity, Map.of("method", method)).expect(200);
        if ("code-sent".equals(state.path("state").asString())) {
            String code = owner.codeAfter(mobile, number, before);
            owner.post(identity + "/confirmation", Map.of("code", code)).expect(200);
        }
    }

    JsonNode pay() {
        JsonNode order = owner.post(path("/payment"), Map.of("channel", "wechat")).expect(200);
        owner.post("/demo/wechat", Map.of("codeUrl", order.get("codeUrl").asString())).expect(200);
        String orders = "/api/v1/orders/" + order.get("orderId").asString();
        return Client.await(
                "the settled order",
                () ->
                        Optional.of(owner.get(orders).expect(200))
                                .filter(it -> it.get("state").asString().equals("settled")));
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
