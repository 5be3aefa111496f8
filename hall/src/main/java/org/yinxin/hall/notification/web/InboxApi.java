package org.yinxin.hall.notification.web;

import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.notification.ReadInbox;

@RestController
@RequestMapping("/api/v1/inbox")
class InboxApi {

    private final ReadInbox inbox;

    InboxApi(ReadInbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    ReadInbox.InboxPage inbox(
            @AuthenticationPrincipal Actor.Subscriber who,
            @RequestParam(defaultValue = "1") int page,
            Locale locale) {
        return inbox.page(who, page, locale);
    }

    @PostMapping("/read")
    ResponseEntity<Void> read(@AuthenticationPrincipal Actor.Subscriber who) {
        inbox.markAllRead(who);
        return ResponseEntity.noContent().build();
    }
}
