package org.yinxin.app.plans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinxin.app.plans.GateLayers.Slot;
import org.yinxin.hall.catalogue.BusinessPlan;

/** Draws the gates of a business for the terminal. All widths are odd, so that what is in the middle is exactly there. */
final class GatesAsText {

    private static final int GAP = 3;
    private static final int UP = 1;
    private static final int DOWN = 2;
    private static final int LEFT = 4;
    private static final int RIGHT = 8;

    /** Lines by the directions they go to, each the sum of the constants above. */
    private static final String JOINTS = " │││─┘┐┤─└┌├─┴┬┼";

    /** Arrows that begin at the same places share one line. */
    private record Bundle(Set<Integer> from, List<Integer> to) {
        boolean straight() {
            return from.size() == 1 && to.size() == 1 && from.contains(to.getFirst());
        }
    }

    private final GateLayers layers;
    private final Map<Slot, List<String>> labels = new HashMap<>();
    private final Map<Slot, Integer> middles = new HashMap<>();
    private final Canvas canvas;
    private final int width;

    private GatesAsText(BusinessPlan business) {
        layers = new GateLayers(business);
        int widest = 1;
        for (List<Slot> layer : layers.layers()) {
            layer.forEach(slot -> labels.put(slot, label(slot)));
            widest = Math.max(widest, layer.stream().mapToInt(this::width).sum() + gaps(layer));
        }
        width = widest;
        canvas = new Canvas(width);
    }

    static String draw(BusinessPlan business, String margin) {
        GatesAsText drawing = new GatesAsText(business);
        for (int layer = 0; layer < drawing.layers.layers().size(); layer++) {
            drawing.place(layer);
            drawing.arrows(layer);
            drawing.boxes(layer);
        }
        return drawing.canvas.text(margin);
    }

    private static List<String> label(Slot slot) {
        if (slot.passage()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(slot.gate().code().text());
        lines.add(slot.gate().title().zh());
        GateWords.mode(slot.gate()).ifPresent(lines::add);
        return lines;
    }

    private int width(Slot slot) {
        int text = lines(slot).stream().mapToInt(Canvas::width).max().orElse(-3);
        int box = text + 4;
        return box % 2 == 0 ? box + 1 : box;
    }

    private List<String> lines(Slot slot) {
        return labels.getOrDefault(slot, List.of());
    }

    private static int gaps(List<Slot> layer) {
        return GAP * (layer.size() - 1);
    }

    private void place(int layer) {
        List<Slot> slots = layers.layers().get(layer);
        int at = (width - slots.stream().mapToInt(this::width).sum() - gaps(slots)) / 2;
        for (Slot slot : slots) {
            middles.put(slot, at + width(slot) / 2);
            at += width(slot) + GAP;
        }
    }

    private int middle(Slot slot) {
        return middles.getOrDefault(slot, 0);
    }

    private void boxes(int layer) {
        List<Slot> slots = layers.layers().get(layer);
        int top = canvas.height();
        int inside = slots.stream().mapToInt(slot -> lines(slot).size()).max().orElse(0);
        for (Slot slot : slots) {
            if (slot.passage()) {
                for (int row = top; row <= top + inside + 1; row++) {
                    canvas.put(row, middle(slot), '│');
                }
                continue;
            }
            int box = width(slot);
            int left = middle(slot) - box / 2;
            canvas.write(top, left, "┌" + "─".repeat(box - 2) + "┐");
            for (int line = 0; line < inside; line++) {
                canvas.put(top + 1 + line, left, '│');
                canvas.put(top + 1 + line, left + box - 1, '│');
                if (line < lines(slot).size()) {
                    canvas.write(top + 1 + line, left + 2, lines(slot).get(line));
                }
            }
            canvas.write(top + inside + 1, left, "└" + "─".repeat(box - 2) + "┘");
            if (layers.leadsOn(layer, slot)) {
                canvas.put(top + inside + 1, middle(slot), '┬');
            }
        }
    }

    private void arrows(int layer) {
        List<Bundle> bundles = bundles(layer);
        if (bundles.isEmpty()) {
            return;
        }
        int top = canvas.height();
        List<Bundle> turning = bundles.stream().filter(bundle -> !bundle.straight()).toList();
        int rows = turning.size();
        for (Bundle bundle : bundles) {
            if (bundle.straight()) {
                down(top, top + rows - 1, bundle.to().getFirst());
            }
        }
        for (int row = 0; row < turning.size(); row++) {
            Bundle bundle = turning.get(row);
            for (int from : bundle.from()) {
                down(top, top + row - 1, from);
            }
            for (int to : bundle.to()) {
                down(top + row + 1, top + rows - 1, to);
            }
        }
        // Last, so that where lines only cross, the one that goes down is seen to go on.
        for (int row = 0; row < turning.size(); row++) {
            turn(top + row, turning.get(row), crossing(turning, row, bundles));
        }
        for (Slot slot : layers.layers().get(layer)) {
            if (!layers.above(layer, slot).isEmpty()) {
                canvas.put(top + rows, middle(slot), slot.passage() ? '│' : '▼');
            }
        }
    }

    private void down(int from, int to, int column) {
        for (int row = from; row <= to; row++) {
            canvas.put(row, column, '│');
        }
    }

    /** The columns in which somebody else's line goes down through this row. */
    private static Set<Integer> crossing(List<Bundle> turning, int row, List<Bundle> bundles) {
        Set<Integer> columns =
                bundles.stream()
                        .filter(Bundle::straight)
                        .flatMap(bundle -> bundle.to().stream())
                        .collect(Collectors.toSet());
        for (int other = 0; other < turning.size(); other++) {
            if (other > row) {
                columns.addAll(turning.get(other).from());
            } else if (other < row) {
                columns.addAll(turning.get(other).to());
            }
        }
        return columns;
    }

    private void turn(int row, Bundle bundle, Set<Integer> crossing) {
        List<Integer> ends = new ArrayList<>(bundle.from());
        ends.addAll(bundle.to());
        int left = ends.stream().mapToInt(Integer::intValue).min().orElse(0);
        int right = ends.stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int column = left; column <= right; column++) {
            boolean crossed = crossing.contains(column);
            if (crossed && !ends.contains(column)) {
                continue;
            }
            int joint =
                    (crossed ? UP | DOWN : 0)
                            | (column > left ? LEFT : 0)
                            | (column < right ? RIGHT : 0)
                            | (bundle.from().contains(column) ? UP : 0)
                            | (bundle.to().contains(column) ? DOWN : 0);
            canvas.put(row, column, JOINTS.charAt(joint));
        }
    }

    private List<Bundle> bundles(int layer) {
        Map<Set<Integer>, List<Integer>> bundles = new LinkedHashMap<>();
        for (Slot slot : layers.layers().get(layer)) {
            Set<Integer> from =
                    layers.above(layer, slot).stream()
                            .map(this::middle)
                            .collect(Collectors.toSet());
            if (!from.isEmpty()) {
                bundles.computeIfAbsent(from, any -> new ArrayList<>()).add(middle(slot));
            }
        }
        List<Bundle> free = new ArrayList<>();
        bundles.forEach((from, to) -> free.add(new Bundle(from, to)));
        return inOrder(free);
    }

    /** So that no line begins in a column in which another still comes down, where that can be had. */
    private static List<Bundle> inOrder(List<Bundle> free) {
        List<Bundle> left = new ArrayList<>(free);
        List<Bundle> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Bundle next =
                    left.stream()
                            .filter(bundle -> meetsNone(bundle, left))
                            .findFirst()
                            .orElse(left.getFirst());
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean meetsNone(Bundle bundle, List<Bundle> others) {
        return others.stream()
                .filter(other -> !other.equals(bundle))
                .noneMatch(other -> bundle.to().stream().anyMatch(other.from()::contains));
    }
}
