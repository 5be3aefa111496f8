package org.yinxin.hall.testing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.yinxin.hall.web.ErrorSummary;
import org.yinxin.hall.web.MessageFiles;
import org.yinxin.hall.web.PlainWords;

/** Renders a template inside the real layout with the real words, without a server. */
public final class Templates {

    private Templates() {}

    /**
     * The page as HTML.
     *
     * @param view the view's name, such as {@code certificate/web/ledger}
     * @param staff whether a colleague looks at it, or else a subscriber
     */
    public static String render(
            String view,
            Locale reader,
            boolean staff,
            Map<String, ? extends @Nullable Object> model)
            throws Exception {
        var servletContext = new MockServletContext();
        try (var context = new GenericWebApplicationContext(servletContext)) {
            context.registerBean("messageSource", MessageSource.class, MessageFiles::source);
            context.registerBean("plainWords", PlainWords.class, PlainWords::new);
            context.refresh();
            var request = new MockHttpServletRequest(servletContext, "GET", "/");
            request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
            request.setAttribute(
                    DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, new FixedLocaleResolver(reader));
            var response = new MockHttpServletResponse();
            Map<String, @Nullable Object> all = new HashMap<>(edge(reader, staff));
            all.putAll(model);
            LocaleContextHolder.setLocale(reader);
            Objects.requireNonNull(resolver(context).resolveViewName(view, reader))
                    .render(all, request, response);
            return response.getContentAsString(StandardCharsets.UTF_8);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static ThymeleafViewResolver resolver(GenericWebApplicationContext context)
            throws Exception {
        var files = new SpringResourceTemplateResolver();
        files.setApplicationContext(context);
        files.setPrefix("classpath:/org/yinxin/hall/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(context);
        var resolver = new ThymeleafViewResolver();
        resolver.setApplicationContext(context);
        resolver.setTemplateEngine(engine);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    /** What the edge gives to every page. */
    private static Map<String, Object> edge(Locale reader, boolean staff) {
        Map<String, Object> edge = new HashMap<>();
        edge.put("lang", reader.getLanguage().equals("en") ? "en" : "zh-CN");
        edge.put("subscriber", !staff);
        edge.put("staff", staff);
        edge.put("roles", staff ? Set.of("PRODUCER", "AUDITOR") : Set.of("SUBSCRIBER"));
        edge.put("signedInAs", "199****0001");
        edge.put("demonstration", true);
        edge.put("path", "/");
        edge.put("zhUrl", "?lang=zh");
        edge.put("enUrl", "?lang=en");
        edge.put("keyAgent", "http://127.0.0.1:17170");
        edge.put("errors", new ErrorSummary(null, List.of()));
        return edge;
    }
}
