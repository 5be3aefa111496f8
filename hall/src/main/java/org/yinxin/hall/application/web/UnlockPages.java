package org.yinxin.hall.application.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.ApplicationView.GateStanding;
import org.yinxin.hall.application.ViewApplication;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;

/** 解锁: the page whose script brings the locked medium and the hall together. The page itself changes nothing. */
@Controller
class UnlockPages {

    private final ViewApplication viewApplication;

    UnlockPages(ViewApplication viewApplication) {
        this.viewApplication = viewApplication;
    }

    @GetMapping("/applications/{number}/unlock")
    String page(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @RequestParam(required = false) @Nullable String link,
            Model model) {
        ApplicationView view = Answers.valueOf(viewApplication.view(who, number));
        Optional<ApplicationView.Gate> gate =
                view.gates().stream()
                        .filter(one -> one.settings() instanceof GateSettings.Unlocking)
                        .findFirst();
        List<UnlockMode> modes =
                gate.map(one -> ((GateSettings.Unlocking) one.settings()).modes())
                        .orElse(List.of());
        model.addAttribute("view", view);
        model.addAttribute(
                "standing",
                gate.map(ApplicationView.Gate::standing).orElse(GateStanding.SHUT).name());
        model.addAttribute("byCode", modes.contains(UnlockMode.SMS_CODE));
        model.addAttribute("byLink", modes.contains(UnlockMode.EMAIL_LINK));
        model.addAttribute("byStaff", modes.stream().anyMatch(UnlockMode::byStaff));
        model.addAttribute("link", link);
        return "application/web/unlock";
    }
}
