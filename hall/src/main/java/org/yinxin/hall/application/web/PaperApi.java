package org.yinxin.hall.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.AttachPaper;
import org.yinxin.hall.application.ReadAttachedPaper;
import org.yinxin.hall.application.RemovePaper;
import org.yinxin.hall.archive.PaperAnswer;
import org.yinxin.hall.archive.PaperContent;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.web.Answers;

/** Papers of an application in the open API. */
@Tag(name = "Applications")
@RestController
@RequestMapping({
    "/api/v1/applications/{number}/papers/{paper}",
    "/api/v1/staff/counter/{number}/papers/{paper}"
})
class PaperApi {

    private final AttachPaper attachPaper;
    private final RemovePaper removePaper;
    private final ReadAttachedPaper readAttachedPaper;
    private final ApplicationJsonWriter writer;

    PaperApi(
            AttachPaper attachPaper,
            RemovePaper removePaper,
            ReadAttachedPaper readAttachedPaper,
            ApplicationJsonWriter writer) {
        this.attachPaper = attachPaper;
        this.removePaper = removePaper;
        this.readAttachedPaper = readAttachedPaper;
        this.writer = writer;
    }

    @Operation(
            summary = "Hand in a paper, or replace it",
            description =
                    "The picture or the PDF itself, whichever the plan takes. Its format is read from its bytes; name and declared type are not looked at. A PDF has at most 20 pages and neither a password nor scripts nor attachments.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = {
                                @Content(
                                        mediaType = "image/*",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "application/pdf",
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    @PutMapping
    ResponseEntity<ApplicationJson> attach(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @PathVariable String paper,
            HttpServletRequest request,
            Locale reader)
            throws IOException {
        return attach(who, number, paper, limited(request.getInputStream()), reader);
    }

    @Operation(hidden = true)
    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ApplicationJson> attachPart(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @PathVariable String paper,
            @RequestPart("file") MultipartFile file,
            Locale reader)
            throws IOException {
        return attach(who, number, paper, limited(file.getInputStream()), reader);
    }

    @Operation(summary = "Look at a paper")
    @GetMapping
    ResponseEntity<byte[]> read(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @PathVariable String paper) {
        Outcome<PaperContent> content =
                ApplicationApi.number(number).flatMap(it -> readAttachedPaper.read(who, it, paper));
        return PaperAnswer.of(Answers.valueOf(content));
    }

    @Operation(summary = "Take a paper back")
    @DeleteMapping
    ResponseEntity<ApplicationJson> remove(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @PathVariable String paper,
            Locale reader) {
        return answer(
                ApplicationApi.number(number).flatMap(it -> removePaper.remove(who, it, paper)),
                reader);
    }

    private ResponseEntity<ApplicationJson> attach(
            Actor who, String number, String paper, byte[] content, Locale reader) {
        return answer(
                ApplicationApi.number(number)
                        .flatMap(it -> attachPaper.attach(who, it, paper, content)),
                reader);
    }

    private ResponseEntity<ApplicationJson> answer(
            Outcome<ApplicationView> outcome, Locale reader) {
        return Answers.of(outcome.map(view -> writer.json(view, reader)));
    }

    /** One byte more than any plan takes is enough to be refused; the rest is never read. */
    private static byte[] limited(InputStream body) throws IOException {
        return body.readNBytes(PaperRequirement.LARGEST + 1);
    }
}
