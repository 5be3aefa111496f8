package org.yinxin.hall.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its layout attributes. */
@ControllerAdvice(annotations = Controller.class)
final class LayoutAdvice {

    private final LayoutAttributes layout;

    LayoutAdvice(LayoutAttributes layout) {
        this.layout = layout;
    }

    @ModelAttribute
    void fill(HttpServletRequest request, Model model) {
        if (!Surface.of(request).isApi()) {
            model.addAllAttributes(layout.of(request, request.getRequestURI()));
        }
    }
}
