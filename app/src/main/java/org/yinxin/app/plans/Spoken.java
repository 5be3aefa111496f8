package org.yinxin.app.plans;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Condition;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.Words;

/** Says values of a plan in words. */
final class Spoken {

    /** Components that name an item of a list, the most telling first. */
    private static final List<String> NAMES = List.of("code", "name", "value");

    private Spoken() {}

    static String of(Object value) {
        return switch (value) {
            case Words words -> "“" + words.zh() + "” (" + words.en() + ")";
            case Condition condition -> GateWords.words(condition);
            case Comparable<?> whole -> whole.toString();
            case BusinessPlan business ->
                    of(business.title())
                            + " with the gates "
                            + of(business.gates().stream().map(GatePlan::code).toList());
            case GatePlan gate ->
                    of(gate.title())
                            + " for "
                            + GateWords.task(gate.settings())
                            + ", which opens "
                            + after(gate.after());
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                            .sorted()
                            .collect(Collectors.joining(", "));
            case Set<?> set ->
                    set.isEmpty()
                            ? "nothing"
                            : set.stream()
                                    .map(Spoken::of)
                                    .sorted()
                                    .collect(Collectors.joining(", "));
            case Collection<?> items ->
                    items.isEmpty()
                            ? "nothing"
                            : items.stream().map(Spoken::of).collect(Collectors.joining(", "));
            case Record record -> record(record);
            default -> String.valueOf(value);
        };
    }

    /** When a gate opens. */
    static String after(Set<?> gates) {
        return gates.isEmpty() ? "at once" : "after " + of(gates);
    }

    /** Whether a change of it is told as one value for another and not part by part. */
    static boolean isWhole(Object value) {
        if (!(value instanceof Record)
                || value instanceof Words
                || value instanceof Condition
                || value instanceof Comparable) {
            return true;
        }
        List<Object> parts = parts(value);
        return parts.size() < 2
                && parts.stream()
                        .noneMatch(part -> part instanceof Collection || part instanceof Map);
    }

    /** What an item of a list is called in the plan; itself when it has no name. */
    static Object name(Object item) {
        if (item instanceof Record) {
            for (String name : NAMES) {
                for (RecordComponent component : item.getClass().getRecordComponents()) {
                    Object value = PlanDifference.read(component, item);
                    if (component.getName().equals(name) && value != null) {
                        return value;
                    }
                }
            }
        }
        return item;
    }

    private static List<Object> parts(Object record) {
        List<Object> parts = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object part = PlanDifference.read(component, record);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    // Without the item's own name, which the place says.
    private static String record(Record record) {
        List<String> words = new ArrayList<>();
        boolean single = record.getClass().getRecordComponents().length < 2;
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            @Nullable Object part = PlanDifference.read(component, record);
            if (part == null
                    || (!single && NAMES.contains(component.getName()))
                    || (part instanceof Collection<?> items && items.isEmpty())) {
                continue;
            }
            words.add(
                    part instanceof Words || single
                            ? of(part)
                            : Place.spaced(component.getName()) + " " + of(part));
        }
        String kind = Place.spaced(record.getClass().getSimpleName());
        String rest = String.join(", ", words);
        return rest.isEmpty() ? kind : single ? kind + " " + rest : rest;
    }
}
