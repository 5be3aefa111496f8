package org.yinxin.acceptance;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a made-up organisation writes into any form. Plans share the names of their fields; where an answer is to be
 * chosen and none is written down, the first one offered is taken. What is not obligatory is answered only by {@link
 * #with}.
 *
 * @param byField answers without a fault
 * @param wanted names of what is answered though nobody must
 */
record Answers(Map<String, String> byField, Set<String> wanted) {

    Answers {
        byField = Map.copyOf(byField);
        wanted = Set.copyOf(wanted);
    }

    /** Of an organisation that no other test applies for. */
    static Answers ofAnotherOrganisation() {
        var answers = new LinkedHashMap<String, String>();
        answers.put("subjectType", "ENTERPRISE");
        answers.put("organisationName", "云岭市星河测试科技有限公司");
        int number = CreditCodes.next();
        answers.put("creditCode", CreditCodes.of(number));
        answers.put("province", "内蒙古自治区");
        answers.put("city", "云岭市");
        answers.put("district", "星河区");
        answers.put("legalName", "测试乙");
        answers.put("legalDocument", "RESIDENT_ID");
        answers.put("legalIdentityNumber", "150102198506150039");
        answers.put("legalMobile", "1990000" + (number + 1000));
        answers.put("agentName", "测试甲");
        answers.put("agentIdentityNumber", "150102199001010019");
        // So many codes a day are sent to one telephone, and no more.
        answers.put("agentMobile", "1990000" + number);
        answers.put("agentEmail", "agent@example.invalid");
        answers.put("applicantName", "测试丙");
        answers.put("applicantIdentityNumber", "150102198803030017");
        answers.put("applicantMobile", "1990000" + (number + 2000));
        answers.put("applicantEmail", "applicant@example.invalid");
        answers.put("address", "云岭市星河区示例路1号");
        answers.put("postcode", "010000");
        answers.put("telephone", "0471-0000000");
        answers.put("bankName", "云岭市示例银行");
        answers.put("bankAccount", "6200000000000000001");
        answers.put("secondaryKeys", "0");
        answers.put("keySerial", "YX-TEST-0001");
        answers.put("reason", "口令输错过多");
        answers.put("changeNote", "名称变更");
        return new Answers(answers, Set.of());
    }

    /** The same but for one answer, which is given also where it is not obligatory. */
    Answers with(String field, String answer) {
        var answers = new LinkedHashMap<>(byField);
        answers.put(field, answer);
        var names = new HashSet<>(wanted);
        names.add(field);
        return new Answers(answers, names);
    }

    String get(String field) {
        String answer = byField.get(field);
        if (answer == null) {
            throw new AssertionError("nothing is written down for " + field);
        }
        return answer;
    }

    /** The answers to the questions of one gate, as far as they concern whoever answers so. */
    Map<String, String> at(Offer offer, String gate) {
        var answers = new LinkedHashMap<String, String>();
        for (String name : offer.questions(gate)) {
            JsonNode field = offer.question(name);
            if (wanted.contains(name) || concerned(offer, field)) {
                answers.put(name, answer(offer, field));
            }
        }
        return answers;
    }

    private boolean concerned(Offer offer, JsonNode field) {
        return switch (field.path("required").asString()) {
            case "ALWAYS" -> true;
            case "WHEN" -> {
                String given = answer(offer, offer.question(field.path("whenField").asString()));
                boolean asked = false;
                for (JsonNode each : field.path("whenAnswers")) {
                    asked |= given.equals(each.asString());
                }
                yield asked;
            }
            default -> false;
        };
    }

    private String answer(Offer offer, JsonNode field) {
        String name = field.path("name").asString();
        JsonNode options = field.path("options");
        if (!options.isEmpty()) {
            String written = byField.getOrDefault(name, "");
            for (JsonNode option : options) {
                if (written.equals(option.path("value").asString())) {
                    return written;
                }
            }
            return options.path(0).path("value").asString();
        }
        return "YEARS".equals(field.path("type").asString())
                ? byField.getOrDefault(name, offer.json().path("years").path(0).asString())
                : get(name);
    }
}
