package org.yinxin.app.demonstration;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.hall.notification.TestMessages.TestMessage;
import org.yinxin.standins.wechat.Payer;

/** The telephone of a tester as pages: its text messages, and WeChat's question before it pays. */
@Controller
final class TestTelephonePages {

    private static final int SHOWN = 100;

    private final CaughtMessages messages;
    private final StandIns standIns;

    TestTelephonePages(CaughtMessages messages, StandIns standIns) {
        this.messages = messages;
        this.standIns = standIns;
    }

    @GetMapping("/demo/inbox")
    String inbox(@RequestParam(defaultValue = "") String mobile, Model model) {
        List<TestMessage> found = mobile.isBlank() ? messages.all() : messages.to(mobile.strip());
        model.addAttribute("caught", found.stream().limit(SHOWN).toList());
        model.addAttribute("mobile", mobile);
        model.addAttribute("letters", standIns.mail().letters().stream().limit(SHOWN).toList());
        return "demonstration/inbox";
    }

    @GetMapping("/demo/bank")
    String bank(Model model) {
        model.addAttribute(
                "transfers", standIns.identity().transfers().stream().limit(SHOWN).toList());
        return "demonstration/bank";
    }

    @GetMapping("/demo/wechat")
    String look(@RequestParam String codeUrl, Model model) {
        Optional<Payer.Bill> bill = standIns.wechat().payer().look(codeUrl);
        if (bill.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("bill", bill.get());
        model.addAttribute("amount", BigDecimal.valueOf(bill.get().fen(), 2));
        model.addAttribute("codeUrl", codeUrl);
        return "demonstration/wechat";
    }

    // Whatever came of it, the telephone then shows how the bill stands.
    @PostMapping(path = "/demo/wechat", consumes = "application/x-www-form-urlencoded")
    String pay(@RequestParam String codeUrl, RedirectAttributes next) {
        standIns.wechat().payer().pay(codeUrl);
        next.addAttribute("codeUrl", codeUrl);
        return "redirect:/demo/wechat";
    }
}
