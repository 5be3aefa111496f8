package org.yinxin.hall.audit.web;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.ReadAudit;
import org.yinxin.hall.web.Answers;

/** Hands a journal out as CSV. It is a POST, because taking it out leaves a trace. */
@Controller
class AuditExport {

    private final ReadAudit audit;

    AuditExport(ReadAudit audit) {
        this.audit = audit;
    }

    @PostMapping({"/staff/audit/export", "/api/v1/staff/audit/export"})
    ResponseEntity<StreamingResponseBody> export(
            @AuthenticationPrincipal Actor.Operator who, AuditQuery query) {
        var export = Answers.valueOf(audit.export(who, query.journalName(), query.filter()));
        StreamingResponseBody body =
                out -> {
                    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    // Spreadsheets take a file for UTF-8 only if it says so.
                    writer.write('\uFEFF');
                    writer.write(CsvWriter.HEADER);
                    var csv = new CsvWriter(writer);
                    export.forEach(csv::write);
                    writer.flush();
                };
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("audit-" + query.journalName() + ".csv")
                                .build()
                                .toString())
                .body(body);
    }
}
