package org.yinxin.app.plans;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.Plan;

/**
 * What changed from one plan to another, in sentences. It walks the records of the plan as they are, so that a new
 * part of the language is compared without a line here.
 */
final class PlanDifference {

    /** Components that are compared elsewhere or mean nothing to a reader. */
    private static final Set<String> SILENT = Set.of("version");

    private final List<String> sentences = new ArrayList<>();

    private PlanDifference() {}

    static List<String> between(Plan before, Plan after) {
        PlanDifference difference = new PlanDifference();
        difference.records(Place.START, before, after);
        return difference.sentences;
    }

    private void values(Place place, @Nullable Object before, @Nullable Object after) {
        if (before == null || after == null) {
            if (after != null) {
                say(place, "is new: " + Spoken.of(after));
            } else if (before != null) {
                say(place, "is gone; it was " + Spoken.of(before));
            }
        } else if (before.equals(after)) {
            return;
        } else if (before instanceof List<?> old && after instanceof List<?> fresh) {
            lists(place, old, fresh);
        } else if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> fresh) {
            keyed(place, old, fresh);
        } else if (Spoken.isWhole(before)
                || Spoken.isWhole(after)
                || before.getClass() != after.getClass()) {
            say(place, "is now " + Spoken.of(after) + "; it was " + Spoken.of(before));
        } else {
            records(place, before, after);
        }
    }

    private void records(Place place, Object before, Object after) {
        for (RecordComponent component : before.getClass().getRecordComponents()) {
            if (before instanceof GatePlan old
                    && after instanceof GatePlan fresh
                    && component.getName().equals("after")) {
                order(place, old, fresh);
            } else if (!SILENT.contains(component.getName())) {
                values(
                        place.part(component.getName()),
                        read(component, before),
                        read(component, after));
            }
        }
    }

    private void order(Place place, GatePlan before, GatePlan after) {
        if (!before.after().equals(after.after())) {
            say(
                    place,
                    "opens "
                            + Spoken.after(after.after())
                            + " now; it opened "
                            + Spoken.after(before.after()));
        }
    }

    private void lists(Place place, List<?> before, List<?> after) {
        Map<Object, Object> old = named(before);
        Map<Object, Object> fresh = named(after);
        if (old.size() != before.size() || fresh.size() != after.size()) {
            say(place, "is now " + Spoken.of(after) + "; it was " + Spoken.of(before));
            return;
        }
        keyed(place, old, fresh);
        List<Object> kept = new ArrayList<>(old.keySet());
        kept.retainAll(fresh.keySet());
        List<Object> order = new ArrayList<>(fresh.keySet());
        order.retainAll(old.keySet());
        if (!kept.equals(order)) {
            say(place, "stands in another order: " + Spoken.of(order));
        }
    }

    private void keyed(Place place, Map<?, ?> before, Map<?, ?> after) {
        for (Map.Entry<?, ?> old : before.entrySet()) {
            if (!after.containsKey(old.getKey())) {
                say(place.item(old.getKey()), "is gone");
            }
        }
        for (Map.Entry<?, ?> fresh : after.entrySet()) {
            Object key = fresh.getKey();
            Object value = fresh.getValue();
            if (before.containsKey(key)) {
                values(place.item(key), before.get(key), value);
            } else {
                String words = value.equals(key) ? "" : ": " + Spoken.of(value);
                say(place.item(key), "is new" + words);
            }
        }
    }

    /** The items of a list by the name each has in the plan. */
    private static Map<Object, Object> named(Collection<?> items) {
        Map<Object, Object> named = new LinkedHashMap<>();
        for (Object item : items) {
            named.put(Spoken.name(item), item);
        }
        return named;
    }

    static @Nullable Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("a record's component is public", unreadable);
        }
    }

    private void say(Place place, String words) {
        sentences.add(place + " " + words + ".");
    }
}
