package org.yinxin.hall.delivery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.delivery.AddressedDelivery;
import org.yinxin.hall.delivery.CorrectHandover;
import org.yinxin.hall.delivery.Delivery;
import org.yinxin.hall.delivery.HandOver;
import org.yinxin.hall.delivery.ListDeliveries;
import org.yinxin.hall.delivery.ReadDelivery;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** 寄送: what is to be handed over, and one delivery with its address and its form. */
@Controller
@RequestMapping("/staff/deliveries")
class DeliveryPages {

    private static final String PAGE = "delivery/web/delivery";

    private final ListDeliveries listDeliveries;
    private final ReadDelivery readDelivery;
    private final HandOver handOver;
    private final CorrectHandover correctHandover;
    private final MessageSource messages;
    private final PageErrors pageErrors;

    DeliveryPages(
            ListDeliveries listDeliveries,
            ReadDelivery readDelivery,
            HandOver handOver,
            CorrectHandover correctHandover,
            MessageSource messages,
            PageErrors pageErrors) {
        this.listDeliveries = listDeliveries;
        this.readDelivery = readDelivery;
        this.handOver = handOver;
        this.correctHandover = correctHandover;
        this.messages = messages;
        this.pageErrors = pageErrors;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Actor who,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable CaseNumber after,
            @RequestParam(required = false) @Nullable GateCode gate,
            Model model) {
        ListDeliveries.Page page = Answers.valueOf(listDeliveries.waiting(who, after, gate));
        model.addAttribute("waiting", page.waiting());
        model.addAttribute("more", page.next());
        model.addAttribute("later", after != null);
        model.addAttribute("recent", Answers.valueOf(listDeliveries.recent(who)));
        model.addAttribute("done", done == null ? null : CaseNumber.parse(done).orElse(null));
        return "delivery/web/deliveries";
    }

    @GetMapping("/{number}/{gate}")
    String show(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable GateCode gate,
            Model model,
            Locale reader) {
        return fill(who, number, gate, HandoverBody.EMPTY, model, reader);
    }

    @PostMapping("/{number}/{gate}")
    String handOver(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable GateCode gate,
            HandoverBody sent,
            HttpServletResponse response,
            Model model,
            Locale reader) {
        return switch (handOver.handOver(who, number, gate, sent.typed())) {
            case Outcome.Done<Delivery> _ -> "redirect:/staff/deliveries?done=" + number;
            case Outcome.Refused<Delivery>(Refusal refusal) ->
                    pageErrors.show(
                            refusal, model, response, fill(who, number, gate, sent, model, reader));
        };
    }

    @PostMapping("/{number}/{gate}/correction")
    String correct(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable GateCode gate,
            HandoverBody sent,
            HttpServletResponse response,
            Model model,
            Locale reader) {
        var typed = sent.typed();
        return switch (correctHandover.correct(
                who, number, gate, typed.carrier(), typed.trackingNumber())) {
            case Outcome.Done<Delivery> _ -> "redirect:/staff/deliveries?done=" + number;
            case Outcome.Refused<Delivery>(Refusal refusal) ->
                    pageErrors.show(
                            refusal, model, response, fill(who, number, gate, sent, model, reader));
        };
    }

    private String fill(
            Actor who,
            CaseNumber number,
            GateCode gate,
            HandoverBody typed,
            Model model,
            Locale reader) {
        AddressedDelivery found = Answers.valueOf(readDelivery.read(who, number, gate));
        DeliveryJson delivery = DeliveryJson.of(found, reader);
        Map<String, String> ways = new LinkedHashMap<>();
        for (String way : delivery.ways()) {
            String words = messages.getMessage("delivery.way." + way, null, way, reader);
            ways.put(way, words == null ? way : words);
        }
        model.addAttribute("delivery", delivery);
        model.addAttribute("ways", ways);
        model.addAttribute("way", typed.way() == null ? delivery.wanted() : typed.way());
        model.addAttribute(
                "carrier", typed.carrier() == null ? delivery.carrier() : typed.carrier());
        model.addAttribute(
                "trackingNumber",
                typed.trackingNumber() == null
                        ? delivery.trackingNumber()
                        : typed.trackingNumber());
        return PAGE;
    }
}
