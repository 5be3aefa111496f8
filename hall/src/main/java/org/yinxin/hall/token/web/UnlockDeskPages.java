package org.yinxin.hall.token.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.token.GrantUnlocking;
import org.yinxin.hall.token.ListUnlockings;
import org.yinxin.hall.token.RefuseUnlocking;
import org.yinxin.hall.token.WaitingUnlocking;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.ErrorSummary;
import org.yinxin.hall.web.FieldMessage;
import org.yinxin.hall.web.PageErrors;

/** 解锁授权: what waits for an officer, and one of them with what is to be checked before it is granted or refused. */
@Controller
@RequestMapping("/staff/unlockings")
class UnlockDeskPages {

    private static final String PAGE = "token/web/unlocking";
    private static final int REFUSED = 422;

    private final ListUnlockings list;
    private final GrantUnlocking grant;
    private final RefuseUnlocking refuse;
    private final MessageSource messages;
    private final PageErrors pageErrors;

    UnlockDeskPages(
            ListUnlockings list,
            GrantUnlocking grant,
            RefuseUnlocking refuse,
            MessageSource messages,
            PageErrors pageErrors) {
        this.list = list;
        this.grant = grant;
        this.refuse = refuse;
        this.messages = messages;
        this.pageErrors = pageErrors;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Actor.Operator who,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String granted,
            @RequestParam(required = false) @Nullable String refused,
            Model model) {
        Place place = after == null ? null : Place.parse(after).orElse(null);
        ListUnlockings.Page page = Answers.valueOf(list.waiting(who, place));
        model.addAttribute("waiting", page.waiting());
        model.addAttribute("more", page.next() == null ? null : page.next().text());
        model.addAttribute("later", place != null);
        model.addAttribute("granted", number(granted));
        model.addAttribute("refused", number(refused));
        return "token/web/unlockings";
    }

    @GetMapping("/{number}")
    String show(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable CaseNumber number,
            Model model,
            Locale reader) {
        return fill(who, number, null, "", model, reader);
    }

    @PostMapping("/{number}/grant")
    String grant(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable CaseNumber number,
            @RequestParam(required = false) @Nullable UnlockMode way,
            @RequestParam(defaultValue = "false") boolean checked,
            HttpServletResponse response,
            Model model,
            Locale reader) {
        if (way == null || !checked) {
            fill(who, number, way, "", model, reader);
            String field = way == null ? "way" : "checked";
            String words = say("unlock.desk." + field + ".wanted", reader);
            model.addAttribute(
                    "errors", new ErrorSummary(null, List.of(new FieldMessage(field, words))));
            response.setStatus(REFUSED);
            return PAGE;
        }
        return switch (grant.byOfficer(who, number, way == UnlockMode.COUNTER)) {
            case Outcome.Done<Instant> _ -> "redirect:/staff/unlockings?granted=" + number;
            case Outcome.Refused<Instant>(var refusal) ->
                    pageErrors.show(
                            refusal, model, response, fill(who, number, way, "", model, reader));
        };
    }

    @PostMapping("/{number}/refusal")
    String refuse(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable CaseNumber number,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model,
            Locale reader) {
        return switch (refuse.refuse(who, number, words)) {
            case Outcome.Done<CaseNumber> _ -> "redirect:/staff/unlockings?refused=" + number;
            case Outcome.Refused<CaseNumber>(var refusal) ->
                    pageErrors.show(
                            refusal,
                            model,
                            response,
                            fill(who, number, null, words, model, reader));
        };
    }

    private String fill(
            Actor.Operator who,
            CaseNumber number,
            @Nullable UnlockMode way,
            String words,
            Model model,
            Locale reader) {
        WaitingUnlocking one = Answers.valueOf(list.one(who, number));
        Map<String, String> ways = new LinkedHashMap<>();
        for (UnlockMode mode : UnlockMode.values()) {
            if (one.modes().contains(mode)) {
                ways.put(mode.name(), say("unlock.desk.way." + mode, reader));
            }
        }
        model.addAttribute("one", one);
        model.addAttribute("ways", ways);
        model.addAttribute(
                "way",
                way == null && ways.size() == 1
                        ? ways.keySet().iterator().next()
                        : Objects.toString(way, null));
        model.addAttribute("words", words);
        return PAGE;
    }

    private String say(String key, Locale reader) {
        return messages.getMessage(key, null, reader);
    }

    private static @Nullable CaseNumber number(@Nullable String text) {
        return text == null ? null : CaseNumber.parse(text).orElse(null);
    }
}
