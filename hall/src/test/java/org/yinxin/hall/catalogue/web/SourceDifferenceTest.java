package org.yinxin.hall.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yinxin.hall.catalogue.web.SourceDifference.Kind;
import org.yinxin.hall.catalogue.web.SourceDifference.Line;

class SourceDifferenceTest {

    @Test
    void shows_what_changed_with_its_surroundings_and_leaves_the_rest_out() {
        String before = "a\nb\nc\nd\ne\nfee: 200.00 # <yuan>\nf\ng\nh\ni\nj\nk\n";
        String after = before.replace("200.00", "300.00") + "last\n";
        assertThat(SourceDifference.between(before, after))
                .containsExactly(
                        new Line(Kind.GAP, 0, ""),
                        new Line(Kind.SAME, 3, "c"),
                        new Line(Kind.SAME, 4, "d"),
                        new Line(Kind.SAME, 5, "e"),
                        new Line(Kind.GONE, 6, "fee: 200.00 # <yuan>"),
                        new Line(Kind.NEW, 6, "fee: 300.00 # <yuan>"),
                        new Line(Kind.SAME, 7, "f"),
                        new Line(Kind.SAME, 8, "g"),
                        new Line(Kind.SAME, 9, "h"),
                        new Line(Kind.SAME, 10, "i"),
                        new Line(Kind.SAME, 11, "j"),
                        new Line(Kind.SAME, 12, "k"),
                        new Line(Kind.NEW, 13, "last"));
    }

    @Test
    void a_new_source_is_new_from_its_first_line_on() {
        assertThat(SourceDifference.between("", "a\nb\n"))
                .containsExactly(new Line(Kind.NEW, 1, "a"), new Line(Kind.NEW, 2, "b"));
    }
}
