package org.yinxin.hall.access;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * One mapping of a controller, found on the class path and not in a running hall, so that none escapes by not being
 * wired.
 */
record Door(String method, String path) {

    static List<Door> all() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return Stream.of("org.yinxin.hall", "org.yinxin.authority")
                .flatMap(root -> scan.findCandidateComponents(root).stream())
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .filter(name -> !name.contains("Test$"))
                .map(name -> ClassUtils.resolveClassName(name, Door.class.getClassLoader()))
                .flatMap(Door::of)
                .distinct()
                .toList();
    }

    /** The path with something in the place of its variables. */
    String example() {
        return path.replaceAll("\\{(id|operator)}", "11111111-2222-3333-4444-555555555555")
                .replaceAll("\\{(number|n)}", "2611-7K4M-9QTX")
                .replaceAll("\\{\\*?[a-zA-Z]+(:[^}]*)?}", "1a");
    }

    boolean isApi() {
        return path.startsWith("/api/");
    }

    private static Stream<Door> of(Class<?> controller) {
        var prefixes =
                paths(AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class));
        List<Door> doors = new ArrayList<>();
        for (Method method : controller.getDeclaredMethods()) {
            var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            if (mapping == null) {
                continue;
            }
            for (String prefix : prefixes) {
                for (String path : paths(mapping)) {
                    for (String verb : verbs(mapping)) {
                        doors.add(new Door(verb, prefix + path));
                    }
                }
            }
        }
        return doors.stream();
    }

    private static Set<String> paths(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? Set.of("") : Set.of(mapping.path());
    }

    private static List<String> verbs(RequestMapping mapping) {
        return mapping.method().length == 0
                ? List.of("GET", "POST")
                : Stream.of(mapping.method()).map(RequestMethod::name).toList();
    }
}
