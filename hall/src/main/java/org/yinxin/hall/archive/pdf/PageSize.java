package org.yinxin.hall.archive.pdf;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The size of a page as it is shown upright.
 *
 * @param width in points of 1/72 inch
 * @param height in points
 */
record PageSize(float width, float height) {

    /** Half an inch; a seal on a page of its own is larger. */
    private static final float SHORTEST = 36;

    /** The limit of the format itself. Photographs that telephones save as PDF have a point for each pixel. */
    private static final float LONGEST = 14_400;

    private static final float MOST_OBLONG = 10;

    private static final float POINTS_PER_INCH = 72;

    static PageSize of(PDPage page) {
        PDRectangle shown = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        return turned
                ? new PageSize(shown.getHeight(), shown.getWidth())
                : new PageSize(shown.getWidth(), shown.getHeight());
    }

    /** Whether somebody could have printed on it. Written so that what is no number is no paper. */
    boolean isOfPaper() {
        return shorter() >= SHORTEST && longer() <= LONGEST && longer() <= shorter() * MOST_OBLONG;
    }

    /** The pixels of a point when no side gets more pixels than this, nor an inch more than that. */
    float scale(int longestSide, int mostPerInch) {
        return Math.min(longestSide / longer(), mostPerInch / POINTS_PER_INCH);
    }

    /** So many points in pixels. */
    static int pixels(float points, float scale) {
        return Math.max(1, (int) Math.floor(points * scale));
    }

    private float shorter() {
        return Math.min(width, height);
    }

    private float longer() {
        return Math.max(width, height);
    }
}
