package org.yinxin.hall.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ConfirmActivation;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;

/** 绑定激活 over the API. */
@Tag(name = "Applications")
@RestController
@RequestMapping("/api/v1/applications/{number}/activation")
class ActivationApi {

    private final ConfirmActivation confirmActivation;
    private final ApplicationJsonWriter writer;

    ActivationApi(ConfirmActivation confirmActivation, ApplicationJsonWriter writer) {
        this.confirmActivation = confirmActivation;
        this.writer = writer;
    }

    @Operation(
            summary = "Say that the certificate was bound on the procurement platform",
            description = "What to do there stands in the settings of the gate.")
    @PostMapping("/{gate}")
    ResponseEntity<ApplicationJson> confirm(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable GateCode gate,
            Locale reader) {
        return Answers.of(
                confirmActivation
                        .confirm(who, number, gate)
                        .map(view -> writer.json(view, reader)));
    }
}
