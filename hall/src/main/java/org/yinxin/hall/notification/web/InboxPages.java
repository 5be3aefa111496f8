package org.yinxin.hall.notification.web;

import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.notification.ReadInbox;

@Controller
class InboxPages {

    private final ReadInbox inbox;

    InboxPages(ReadInbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/inbox")
    String inbox(
            @AuthenticationPrincipal Actor.Subscriber who,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        model.addAttribute("inbox", inbox.page(who, page, locale));
        return "notification/web/inbox";
    }

    @PostMapping("/inbox/read")
    String read(@AuthenticationPrincipal Actor.Subscriber who) {
        inbox.markAllRead(who);
        return "redirect:/inbox";
    }
}
