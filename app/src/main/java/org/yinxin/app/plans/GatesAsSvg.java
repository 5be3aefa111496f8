package org.yinxin.app.plans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yinxin.app.plans.GateLayers.Slot;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.Plan;

/** Draws the gates of all businesses of a plan into one SVG file that needs nothing else to be seen. */
final class GatesAsSvg {

    private static final int MARGIN = 40;
    private static final int BOX_HEIGHT = 64;
    private static final int LAYER_HEIGHT = 116;
    private static final int GAP = 28;
    private static final int HEADING = 64;
    private static final int LEAST_WIDTH = 132;

    private final StringBuilder body = new StringBuilder();
    private int top = MARGIN;
    private int width = 480;

    private GatesAsSvg() {}

    static String draw(Plan plan) {
        GatesAsSvg drawing = new GatesAsSvg();
        List<GateLayers> all = plan.businesses().stream().map(GateLayers::new).toList();
        for (GateLayers layers : all) {
            for (List<Slot> layer : layers.layers()) {
                drawing.width = Math.max(drawing.width, width(layer) + 2 * MARGIN);
            }
        }
        drawing.write("plan", MARGIN, plan.title().zh() + " · " + plan.title().en());
        drawing.legend();
        for (int i = 0; i < all.size(); i++) {
            drawing.business(plan.businesses().get(i), all.get(i));
        }
        return drawing.sheet(plan);
    }

    private String sheet(Plan plan) {
        return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-label="%3$s">
        <style>
        text { font-family: "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; fill: #1f2933 }
        .plan { font-size: 20px; font-weight: 600 }
        .business { font-size: 16px; font-weight: 600 }
        .title { font-size: 14px; text-anchor: middle }
        .code, .legend { font-size: 11px; fill: #52606d }
        .code { text-anchor: middle; letter-spacing: .04em }
        .gate { stroke-width: 1.25 }
        .subscriber { fill: #eef4fb; stroke: #3b6ea5 }
        .staff { fill: #fdf4e7; stroke: #b7791f }
        .hall { fill: #f1f3f5; stroke: #7b8794 }
        .itself { stroke-dasharray: 5 3 }
        .arrow { fill: none; stroke: #616e7c; stroke-width: 1.5 }
        </style>
        <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#616e7c"/></marker></defs>
        <rect width="100%%" height="100%%" fill="#fff"/>
        %4$s</svg>
        """
                .formatted(width, top + MARGIN / 2, escaped(plan.title().zh()), body);
    }

    private void legend() {
        top += 26;
        int at = MARGIN;
        for (String[] entry :
                new String[][] {
                    {"subscriber", "申请人 subscriber"},
                    {"staff", "工作人员 staff"},
                    {"hall", "系统 the hall"},
                    {"hall itself", "自动或可免 by itself or not always"}
                }) {
            add(
                    "<rect class=\"gate %s\" x=\"%d\" y=\"%d\" width=\"22\" height=\"12\" rx=\"3\"/>"
                            .formatted(entry[0], at, top - 10));
            add(
                    "<text class=\"legend\" x=\"%d\" y=\"%d\">%s</text>"
                            .formatted(at + 28, top, escaped(entry[1])));
            at += 44 + wide(entry[1], 11);
        }
    }

    private void business(BusinessPlan business, GateLayers layers) {
        top += HEADING;
        write(
                "business",
                top,
                business.code() + "  " + business.title().zh() + " · " + business.title().en());
        top += 22;
        Map<Slot, Integer> middles = new HashMap<>();
        for (int layer = 0; layer < layers.layers().size(); layer++) {
            List<Slot> slots = layers.layers().get(layer);
            int at = (width - width(slots)) / 2;
            for (Slot slot : slots) {
                middles.put(slot, at + width(slot) / 2);
                at += width(slot) + GAP;
            }
            for (Slot slot : slots) {
                int y = top + layer * LAYER_HEIGHT;
                int x = middles.getOrDefault(slot, 0);
                for (Slot from : layers.above(layer, slot)) {
                    arrow(middles.getOrDefault(from, 0), x, y, slot.passage());
                }
                if (slot.passage()) {
                    add("<path class=\"arrow\" d=\"M%d %dv%d\"/>".formatted(x, y, BOX_HEIGHT));
                }
            }
            for (Slot slot : slots) {
                if (!slot.passage()) {
                    box(slot, middles.getOrDefault(slot, 0), top + layer * LAYER_HEIGHT);
                }
            }
        }
        top += layers.layers().size() * LAYER_HEIGHT - (LAYER_HEIGHT - BOX_HEIGHT);
    }

    private void arrow(int from, int to, int y, boolean goesOn) {
        int start = y - (LAYER_HEIGHT - BOX_HEIGHT);
        int half = start + (LAYER_HEIGHT - BOX_HEIGHT) / 2;
        add(
                "<path class=\"arrow\" d=\"M%d %dC%d %d %d %d %d %d\"%s/>"
                        .formatted(
                                from,
                                start,
                                from,
                                half,
                                to,
                                half,
                                to,
                                goesOn ? y : y - 1,
                                goesOn ? "" : " marker-end=\"url(#head)\""));
    }

    private void box(Slot slot, int middle, int y) {
        GatePlan gate = slot.gate();
        String mode = GateWords.mode(gate).map(words -> " " + words).orElse("");
        int wide = width(slot);
        add(
                "<g><title>%s</title><rect class=\"gate %s%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/>"
                        .formatted(
                                escaped(
                                        gate.title().en()
                                                + mode
                                                + ": "
                                                + GateWords.task(gate.settings())),
                                GateWords.small(gate.settings().turn()),
                                mode.isEmpty() ? "" : " itself",
                                middle - wide / 2,
                                y,
                                wide,
                                BOX_HEIGHT));
        add(
                "<text class=\"title\" x=\"%d\" y=\"%d\">%s</text>"
                        .formatted(middle, y + 28, escaped(gate.title().zh())));
        add(
                "<text class=\"code\" x=\"%d\" y=\"%d\">%s</text></g>"
                        .formatted(middle, y + 49, escaped(gate.code() + mode)));
    }

    private static int width(List<Slot> slots) {
        return slots.stream().mapToInt(GatesAsSvg::width).sum() + GAP * (slots.size() - 1);
    }

    private static int width(Slot slot) {
        if (slot.passage()) {
            return GAP;
        }
        String mode = GateWords.mode(slot.gate()).map(words -> " " + words).orElse("");
        List<Integer> widths = new ArrayList<>();
        widths.add(LEAST_WIDTH);
        widths.add(wide(slot.gate().title().zh(), 14) + 28);
        widths.add(wide(slot.gate().code() + mode, 11) + 28);
        int widest = widths.stream().mapToInt(Integer::intValue).max().orElse(LEAST_WIDTH);
        return widest + widest % 2;
    }

    /** About how many pixels a text takes; a Latin letter is a little wider than half a Chinese character. */
    private static int wide(String text, int size) {
        return text.codePoints()
                        .map(
                                character ->
                                        Canvas.width(Character.toString(character)) == 2
                                                ? size * 10
                                                : size * 6)
                        .sum()
                / 10;
    }

    private void write(String kind, int y, String words) {
        width = Math.max(width, wide(words, 20) + 2 * MARGIN);
        add(
                "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>"
                        .formatted(kind, MARGIN, y, escaped(words)));
    }

    private void add(String element) {
        body.append(element).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
