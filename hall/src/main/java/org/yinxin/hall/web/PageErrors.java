package org.yinxin.hall.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.yinxin.hall.outcome.Refusal;

/** Shows a page again after its form was refused. The controller puts what was typed into the model itself. */
@Component
public final class PageErrors {

    private final RefusalWords words;

    PageErrors(RefusalWords words) {
        this.words = words;
    }

    /**
     * Puts the refusal into the model as {@code errors} and sets the status.
     *
     * @return the view, so that a controller can say {@code return pageErrors.show(…)}
     */
    public String show(Refusal refusal, Model model, HttpServletResponse response, String view) {
        var locale = LocaleContextHolder.getLocale();
        model.addAttribute(
                LayoutAttributes.ERRORS,
                new ErrorSummary(words.sentence(refusal, locale), words.fields(refusal, locale)));
        response.setStatus(WebError.statusOf(refusal.code()));
        return view;
    }
}
