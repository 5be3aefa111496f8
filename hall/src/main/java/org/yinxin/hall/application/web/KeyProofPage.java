package org.yinxin.hall.application.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.ViewApplication;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.WebError;

/**
 * 验证密钥: the page that has the inserted key sign. The page itself changes nothing; its script speaks to the key agent and
 * to the open API.
 */
@Controller
class KeyProofPage {

    private final ViewApplication viewApplication;

    KeyProofPage(ViewApplication viewApplication) {
        this.viewApplication = viewApplication;
    }

    @GetMapping("/applications/{number}/key/{gate}")
    String show(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String gate,
            Model model) {
        var view = Answers.valueOf(viewApplication.view(who, number));
        var wanted = Answers.valueOf(gate(view, gate));
        model.addAttribute("view", view);
        model.addAttribute("standing", wanted.standing().name());
        model.addAttribute("api", "/api/v1/applications/" + number + "/key-proof/" + wanted.code());
        model.addAttribute("next", Places.application(number));
        return "application/web/key";
    }

    private static Outcome<ApplicationView.Gate> gate(ApplicationView view, String code) {
        return view.gates().stream()
                .filter(gate -> gate.settings() instanceof GateSettings.KeyProof)
                .filter(gate -> gate.code().text().equals(code))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(WebError.NOT_FOUND));
    }
}
