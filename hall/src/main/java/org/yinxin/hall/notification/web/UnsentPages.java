package org.yinxin.hall.notification.web;

import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.notification.ReviveMessage;
import org.yinxin.hall.web.Answers;

@Controller
class UnsentPages {

    private final ReviveMessage messages;

    UnsentPages(ReviveMessage messages) {
        this.messages = messages;
    }

    @GetMapping("/staff/messages")
    String unsent(Model model) {
        model.addAttribute("unsent", messages.unsent());
        return "notification/web/unsent";
    }

    @PostMapping("/staff/messages/{id}/again")
    String again(@AuthenticationPrincipal Actor.Operator who, @PathVariable UUID id) {
        Answers.valueOf(messages.revive(who, id));
        return "redirect:/staff/messages";
    }
}
