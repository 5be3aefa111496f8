package org.yinxin.hall.application.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.PayApplication;
import org.yinxin.hall.application.ReadForm;
import org.yinxin.hall.application.ViewApplication;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;

/** One application: the next step on top, then the tasks, the certificates and what happened so far. */
@Controller
@RequestMapping("/applications/{number}")
class ApplicationPage {

    private final ViewApplication viewApplication;
    private final ReadForm readForm;
    private final PayApplication payApplication;

    ApplicationPage(
            ViewApplication viewApplication, ReadForm readForm, PayApplication payApplication) {
        this.viewApplication = viewApplication;
        this.readForm = readForm;
        this.payApplication = payApplication;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            Locale reader) {
        var view = Answers.valueOf(viewApplication.view(who, number));
        var form = Answers.valueOf(readForm.read(who, number));
        var tasks = TaskList.of(view, form, reader);
        model.addAttribute("view", view);
        model.addAttribute("tasks", tasks);
        model.addAttribute("next", NextStep.of(view, tasks, reader));
        model.addAttribute("events", TimelineEntry.newestFirst(view, reader));
        model.addAttribute("submitted", "submitted".equals(done));
        model.addAttribute("already", "open".equals(done));
        model.addAttribute("fee", fee(view));
        model.addAttribute("channels", channels(view));
        model.addAttribute("paying", paying(view));
        return "application/web/application";
    }

    @PostMapping("/payment")
    String pay(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @RequestParam String channel) {
        var payment = Answers.valueOf(payApplication.pay(who, number, channel));
        return "redirect:" + Places.order(payment.order().id().toString());
    }

    private static @Nullable BigDecimal fee(ApplicationView view) {
        var order = view.order();
        return order == null || !order.state().equals("unpaid")
                ? null
                : BigDecimal.valueOf(order.amount().fen(), 2);
    }

    /** Whether paying is the next thing to do; else it can be done besides. */
    private static boolean paying(ApplicationView view) {
        var next = view.next();
        return next != null
                && view.gates().stream()
                        .filter(gate -> gate.code().equals(next.gate()))
                        .anyMatch(gate -> gate.settings() instanceof GateSettings.Payment);
    }

    /** The ways to pay now; empty unless it is time to pay. */
    private static List<String> channels(ApplicationView view) {
        return view.gates().stream()
                .filter(gate -> gate.standing() == ApplicationView.GateStanding.OPEN)
                .map(ApplicationView.Gate::settings)
                .filter(GateSettings.Payment.class::isInstance)
                .limit(1)
                .flatMap(settings -> ((GateSettings.Payment) settings).channels().stream())
                .toList();
    }
}
