package org.yinxin.hall.revocation.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.account.SentCode;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.revocation.ReadEndings;
import org.yinxin.hall.revocation.ReportLoss;
import org.yinxin.hall.revocation.SendLossCode;
import org.yinxin.hall.web.Answers;

/** Reporting a lost key, and what was done to a certificate's status. */
@RestController
@RequestMapping("/api/v1")
class LossApi {

    private final SendLossCode sendCode;
    private final ReportLoss report;
    private final ReadEndings endings;

    LossApi(SendLossCode sendCode, ReportLoss report, ReadEndings endings) {
        this.sendCode = sendCode;
        this.report = report;
        this.endings = endings;
    }

    @PostMapping("/certificates/{serial:[0-9a-f]+}/loss/codes")
    ResponseEntity<SentCode> sendCode(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable String serial,
            Locale locale) {
        return Answers.accepted(sendCode.send(who, serial, locale));
    }

    /** Asks for the hold; the authority is told at once, and the list of changes says when it has done it. */
    @PostMapping("/certificates/{serial:[0-9a-f]+}/loss")
    ResponseEntity<ChangeAnswer> report(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable String serial,
            @RequestBody Confirmed confirmed) {
        String code = Objects.requireNonNullElse(confirmed.code(), "");
        return Answers.accepted(report.report(who, serial, code).map(ChangeAnswer::of));
    }

    @GetMapping({
        "/certificates/{serial:[0-9a-f]+}/changes",
        "/staff/certificates/{serial:[0-9a-f]+}/changes"
    })
    ResponseEntity<List<ChangeAnswer>> changes(
            @AuthenticationPrincipal Actor who, @PathVariable String serial) {
        return Answers.of(
                endings.of(who, serial).map(all -> all.stream().map(ChangeAnswer::of).toList()));
    }

    /** What is sent to confirm. */
    record Confirmed(@Nullable String code) {}
}
