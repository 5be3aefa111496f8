package org.yinxin.app.plans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sheet of the terminal: cells of one column each; a Chinese character takes two. */
final class Canvas {

    /** The second half of a wide character. */
    private static final int COVERED = -1;

    private record Range(int first, int last) {
        boolean holds(int character) {
            return first <= character && character <= last;
        }
    }

    /** East Asian Wide: ideographs, kana, Hangul, and the full-width punctuation that plans use. */
    private static final Range[] WIDE = {
        new Range(0x1100, 0x115f),
        new Range(0x2e80, 0xa4cf),
        new Range(0xac00, 0xd7a3),
        new Range(0xf900, 0xfaff),
        new Range(0xfe30, 0xfe6f),
        new Range(0xff00, 0xff60),
        new Range(0xffe0, 0xffe6),
        new Range(0x20000, 0x3fffd),
    };

    private final int width;
    private final List<int[]> rows = new ArrayList<>();

    Canvas(int width) {
        this.width = width;
    }

    int height() {
        return rows.size();
    }

    void write(int row, int column, String text) {
        int at = column;
        for (int character : text.codePoints().toArray()) {
            put(row, at, character);
            at++;
            if (width(character) == 2) {
                put(row, at, COVERED);
                at++;
            }
        }
    }

    void put(int row, int column, int character) {
        while (rows.size() <= row) {
            int[] blank = new int[width];
            Arrays.fill(blank, ' ');
            rows.add(blank);
        }
        rows.get(row)[column] = character;
    }

    /** The sheet, each line after this much room. */
    String text(String margin) {
        StringBuilder text = new StringBuilder();
        for (int[] row : rows) {
            StringBuilder line = new StringBuilder();
            Arrays.stream(row).filter(cell -> cell != COVERED).forEach(line::appendCodePoint);
            text.append((margin + line).stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    /** How many columns a text takes. */
    static int width(String text) {
        return text.codePoints().map(Canvas::width).sum();
    }

    private static int width(int character) {
        return Arrays.stream(WIDE).anyMatch(range -> range.holds(character)) ? 2 : 1;
    }
}
