package org.yinxin.hall.notification.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.notification.ReviveMessage;
import org.yinxin.hall.notification.UnsentMessage;
import org.yinxin.hall.web.Answers;

@RestController
@RequestMapping("/api/v1/staff/messages")
class UnsentApi {

    private final ReviveMessage messages;

    UnsentApi(ReviveMessage messages) {
        this.messages = messages;
    }

    @GetMapping
    List<UnsentMessage> unsent() {
        return messages.unsent();
    }

    @PostMapping("/{id}/again")
    ResponseEntity<Void> again(@AuthenticationPrincipal Actor.Operator who, @PathVariable UUID id) {
        return Answers.done(messages.revive(who, id));
    }
}
