package org.yinxin.hall.catalogue.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yinxin.hall.catalogue.Catalogue;

/** The first page: each business with its fee, its time and what to prepare. */
@Controller
class HomePage {

    private final Catalogue catalogue;

    HomePage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/")
    String home(Model model, Locale reader) {
        model.addAttribute("offers", offers(reader));
        return "catalogue/web/home";
    }

    private List<Offer> offers(Locale reader) {
        return catalogue.live().stream()
                .flatMap(
                        plan ->
                                plan.businesses().stream()
                                        .map(business -> Offer.of(plan, business, reader)))
                .toList();
    }
}
