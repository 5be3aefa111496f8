package org.yinxin.hall.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReviewApiTest {

    private static final String REVIEWS = "/api/v1/staff/reviews";

    private static ReviewDesk desk;

    @BeforeAll
    static void open() {
        desk = new ReviewDesk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void a_case_goes_from_the_queue_to_its_approval() {
        CaseNumber number = desk.waiting();
        Browser entry = desk.as(People.ENTRY_OFFICER);
        assertThat(json(entry.get(REVIEWS + "?state=waiting")).findValuesAsString("number"))
                .contains(number.text());
        JsonNode view = json(entry.get(REVIEWS + "/" + number));
        assertThat(view.path("task").asString()).isEqualTo("ENTER");
        assertThat(view.at("/sections/0/items/2/key").asString()).isEqualTo("creditCode");
        assertThat(view.at("/sections/0/items/2/warnings/0").asString()).contains("校验位不符");
        assertThat(view.at("/sections/1/items/0/personal").asBoolean()).isTrue();
        assertThat(view.at("/papers/0/mediaType").asString()).isEqualTo("image/png");
        assertThat(entry.get(view.at("/papers/0/href").asString()).statusCode()).isEqualTo(200);
        HttpResponse<String> entered =
                entry.call(
                        "POST",
                        REVIEWS + "/" + number + "/entry",
                        "{\"verdicts\":{\"creditCode\":\"ok\"},\"note\":\"与执照一致\"}");
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(json(entered).path("state").asString()).isEqualTo("ENTERED");
        HttpResponse<String> decided =
                desk.as(People.APPROVING_OFFICER)
                        .call(
                                "POST",
                                REVIEWS + "/" + number + "/decision",
                                "{\"decision\":\"approve\",\"reasons\":[]}");
        assertThat(decided.statusCode()).isEqualTo(200);
        JsonNode after = json(entry.get(REVIEWS + "/" + number));
        assertThat(after.at("/about/state").asString()).isEqualTo("APPROVED");
        assertThat(after.at("/rounds/0/decidedBy").asString()).isEqualTo("测试审核员");
        assertThat(after.at("/rounds/0/note").asString()).isEqualTo("与执照一致");
    }

    @Test
    void refusals_are_problem_documents_with_their_number_and_fields() {
        CaseNumber number = desk.waiting();
        Browser entry = desk.as(People.ENTRY_OFFICER);
        HttpResponse<String> missing = entry.call("POST", REVIEWS + "/" + number + "/entry", "{}");
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(json(missing).path("code").asInt()).isEqualTo(1712);
        assertThat(json(missing).at("/errors/0/field").asString()).isEqualTo("verdict.creditCode");
        HttpResponse<String> word =
                entry.call(
                        "POST",
                        REVIEWS + "/" + number + "/entry",
                        "{\"verdicts\":{\"creditCode\":\"maybe\"}}");
        assertThat(json(word).at("/errors/0/message").asString()).contains("doubt");
        HttpResponse<String> early =
                desk.as(People.APPROVING_OFFICER)
                        .call(
                                "POST",
                                REVIEWS + "/" + number + "/decision",
                                "{\"decision\":\"approve\"}");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(json(early).path("code").asInt()).isEqualTo(1708);
        HttpResponse<String> nothing =
                desk.as(People.APPROVING_OFFICER)
                        .call("POST", REVIEWS + "/" + number + "/decision", "{}");
        assertThat(json(nothing).path("code").asInt()).isEqualTo(1717);
    }

    @Test
    void a_return_over_the_api_needs_reasons_that_name_items() {
        CaseNumber number = desk.entered();
        Browser approving = desk.as(People.APPROVING_OFFICER);
        HttpResponse<String> whole =
                approving.call(
                        "POST",
                        REVIEWS + "/" + number + "/decision",
                        "{\"decision\":\"return\",\"reasons\":[{\"reason\":\"unclear\"}]}");
        assertThat(whole.statusCode()).isEqualTo(422);
        assertThat(json(whole).path("code").asInt()).isEqualTo(1714);
        HttpResponse<String> returned =
                approving.call(
                        "POST",
                        REVIEWS + "/" + number + "/decision",
                        "{\"decision\":\"return\",\"round\":1,\"reasons\":[{\"item\":\"seal\",\"reason\":\"unclear\",\"text\":\"\"}]}");
        assertThat(json(returned).path("state").asString()).isEqualTo("RETURNED");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
