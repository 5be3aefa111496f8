package org.yinxin.hall.catalogue.web;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What differs between two sources of a plan, line by line, with a few lines around it. */
final class SourceDifference {

    private static final int AROUND = 3;

    private SourceDifference() {}

    /** How a line stands. */
    enum Kind {
        SAME,
        GONE,
        NEW,
        /** Lines that did not change are left out here. */
        GAP
    }

    /**
     * One line.
     *
     * @param number in the new source, or in the old one when it is gone; 0 for a gap
     */
    record Line(Kind kind, int number, String text) {}

    static List<Line> between(String before, String after) {
        List<DiffRow> rows =
                DiffRowGenerator.create()
                        .reportLinesUnchanged(true)
                        .lineNormalizer(UnaryOperator.identity())
                        .build()
                        .generateDiffRows(lines(before), lines(after));
        List<Line> all = new ArrayList<>();
        int old = 0;
        int fresh = 0;
        for (DiffRow row : rows) {
            switch (row.getTag()) {
                case EQUAL -> {
                    old++;
                    all.add(new Line(Kind.SAME, ++fresh, row.getNewLine()));
                }
                case DELETE -> all.add(new Line(Kind.GONE, ++old, row.getOldLine()));
                case INSERT -> all.add(new Line(Kind.NEW, ++fresh, row.getNewLine()));
                case CHANGE -> {
                    all.add(new Line(Kind.GONE, ++old, row.getOldLine()));
                    all.add(new Line(Kind.NEW, ++fresh, row.getNewLine()));
                }
            }
        }
        return shortened(all);
    }

    private static List<String> lines(String source) {
        return source.isEmpty() ? List.of() : source.lines().toList();
    }

    private static List<Line> shortened(List<Line> all) {
        List<Line> kept = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            if (near(all, index)) {
                kept.add(all.get(index));
            } else if (kept.isEmpty() || kept.getLast().kind() != Kind.GAP) {
                kept.add(new Line(Kind.GAP, 0, ""));
            }
        }
        return kept;
    }

    private static boolean near(List<Line> all, int index) {
        int from = Math.max(0, index - AROUND);
        int to = Math.min(all.size(), index + AROUND + 1);
        return all.subList(from, to).stream().anyMatch(line -> line.kind() != Kind.SAME);
    }
}
