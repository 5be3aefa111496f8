package org.yinxin.hall.revocation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.revocation.DecideEnding;
import org.yinxin.hall.revocation.EndingRequest;
import org.yinxin.hall.revocation.ReadEndingRequest;
import org.yinxin.hall.revocation.ReadEndings;
import org.yinxin.hall.revocation.RequestEnding;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** What was done to a certificate's status, and what officers want to be done. */
@Controller
@RequestMapping("/staff/certificates/{serial:[0-9a-f]+}/changes")
class StaffEndingPages {

    private static final String VIEW = "revocation/web/staff";

    private final ReadEndings endings;
    private final ReadEndingRequest requests;
    private final RequestEnding request;
    private final DecideEnding decide;
    private final MessageSource messages;
    private final PageErrors errors;

    StaffEndingPages(
            ReadEndings endings,
            ReadEndingRequest requests,
            RequestEnding request,
            DecideEnding decide,
            MessageSource messages,
            PageErrors errors) {
        this.endings = endings;
        this.requests = requests;
        this.request = request;
        this.decide = decide;
        this.messages = messages;
        this.errors = errors;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String serial,
            Locale locale,
            Model model) {
        return fill(who, serial, locale, model);
    }

    @PostMapping
    String enter(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String serial,
            @RequestParam(defaultValue = "RESUME") Deed deed,
            @RequestParam(defaultValue = "UNSPECIFIED") RevocationReason reason,
            @RequestParam(defaultValue = "") String note,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("note", note);
        model.addAttribute("deed", deed.name());
        model.addAttribute("reason", reason.name());
        return answer(
                request.request(who, serial, deed, reason, note),
                who,
                serial,
                locale,
                response,
                model);
    }

    @PostMapping("/{id}")
    String decide(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String serial,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean approve,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return answer(
                decide.decide(who, serial, id, approve), who, serial, locale, response, model);
    }

    private String answer(
            Outcome<EndingRequest> outcome,
            Actor.Operator who,
            String serial,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> "redirect:/staff/certificates/" + serial + "/changes";
            case Outcome.Refused<?>(Refusal refusal) -> {
                fill(who, serial, locale, model);
                yield errors.show(refusal, model, response, VIEW);
            }
        };
    }

    private String fill(Actor.Operator who, String serial, Locale locale, Model model) {
        List<ChangeAnswer> changes =
                Answers.valueOf(endings.of(who, serial)).stream().map(ChangeAnswer::of).toList();
        EndingRequest open = requests.of(who, serial).orElse(null);
        model.addAttribute("serial", serial);
        model.addAttribute("changes", changes);
        model.addAttribute("open", open);
        model.addAttribute(
                "mayDecide",
                open != null
                        && who.has(Role.APPROVING_OFFICER)
                        && !open.enteredBy().equals(who.operator()));
        model.addAttribute(
                "mayEnter",
                open == null && (who.has(Role.ENTRY_OFFICER) || who.has(Role.APPROVING_OFFICER)));
        model.addAttribute(
                "deeds", words("revocation.deed.", Stream.of(Deed.HOLD, Deed.REVOKE), locale));
        model.addAttribute(
                "reasons",
                words(
                        "revocation.reason.",
                        Stream.of(RevocationReason.values())
                                .filter(one -> one != RevocationReason.SUPERSEDED),
                        locale));
        return VIEW;
    }

    private Map<String, String> words(String prefix, Stream<? extends Enum<?>> all, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        all.forEach(
                one ->
                        words.put(
                                one.name(),
                                messages.getMessage(prefix + one.name(), null, locale)));
        return words;
    }
}
