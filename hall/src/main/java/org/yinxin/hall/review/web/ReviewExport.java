package org.yinxin.hall.review.web;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.calendar.Promise;
import org.yinxin.hall.calendar.WorkingTime;
import org.yinxin.hall.privacy.Masked;
import org.yinxin.hall.review.ExportReviews;
import org.yinxin.hall.review.Officer;
import org.yinxin.hall.review.ReviewCase;
import org.yinxin.hall.review.ReviewQueue.Tab;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.Csv;

/** Hands a list out as CSV. It is a POST, because taking it out leaves a trace. */
@Controller
class ReviewExport {

    private static final String[] COLUMNS = {
        "number",
        "subscriber",
        "business",
        "plan",
        "round",
        "state",
        "submitted",
        "due",
        "since",
        "officer"
    };

    private final ExportReviews exportReviews;
    private final MessageSource messages;

    ReviewExport(ExportReviews exportReviews, MessageSource messages) {
        this.exportReviews = exportReviews;
        this.messages = messages;
    }

    @PostMapping({"/staff/exports/reviews", "/api/v1/staff/exports/reviews"})
    ResponseEntity<StreamingResponseBody> export(
            @AuthenticationPrincipal Actor.Operator who, QueueAddress address, Locale reader) {
        var export = Answers.valueOf(exportReviews.export(who, address.filter(Tab.WAITING)));
        StreamingResponseBody body =
                out -> {
                    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    var csv = new Csv(writer);
                    csv.row(headings(reader));
                    export.forEach(each -> csv.row(cells(each, reader)));
                    writer.flush();
                };
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("reviews.csv").build().toString())
                .body(body);
    }

    private String[] headings(Locale reader) {
        String[] headings = new String[COLUMNS.length];
        for (int column = 0; column < COLUMNS.length; column++) {
            headings[column] = say("review.export.column." + COLUMNS[column], reader);
        }
        return headings;
    }

    private String[] cells(ReviewCase each, Locale reader) {
        Promise promise = each.promise();
        Officer officer = each.state().officer();
        return new String[] {
            each.number().text(),
            Masked.holder(each.subscriber()),
            each.business().in(reader),
            each.plan().text(),
            Integer.toString(each.round()),
            say("review.state." + each.state().code(), reader),
            time(each.submittedAt()),
            promise == null ? "" : time(promise.dueAt()),
            time(each.state().since()),
            officer == null ? "" : officer.name()
        };
    }

    private String say(String key, Locale reader) {
        @Nullable String said = messages.getMessage(key, null, key, reader);
        return said == null ? key : said;
    }

    private static String time(Instant at) {
        return at.atZone(WorkingTime.SHANGHAI).toOffsetDateTime().withNano(0).toString();
    }
}
