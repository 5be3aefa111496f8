package org.yinxin.pki.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectNameTest {

    @Test
    void writes_the_parts_in_the_order_of_the_standard() {
        X500Name name =
                new SubjectName("CN", "内蒙古自治区", "云岭市", "星河", List.of("甲部", "乙组"), "星河")
                        .toX500Name();
        assertThat(name.getRDNs())
                .extracting(rdn -> rdn.getFirst().getType())
                .containsExactly(
                        BCStyle.C,
                        BCStyle.ST,
                        BCStyle.L,
                        BCStyle.O,
                        BCStyle.OU,
                        BCStyle.OU,
                        BCStyle.CN);
    }

    @Test
    void the_country_is_printable_and_all_others_are_utf8() {
        RDN[] parts = name(null, "ABC").toX500Name().getRDNs();
        assertThat(parts[0].getFirst().getValue()).isInstanceOf(DERPrintableString.class);
        for (int i = 1; i < parts.length; i++) {
            assertThat(parts[i].getFirst().getValue()).isInstanceOf(DERUTF8String.class);
        }
    }

    @Test
    void separators_inside_a_value_stay_inside_it() {
        X500Name name = name(null, "甲,O=乙+CN=丙").toX500Name();
        assertThat(name.getRDNs(BCStyle.O)).hasSize(1);
        assertThat(name.getRDNs()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " 星河", "星河\n", "星\u0000河", "星\u202e河", "星\ud800"})
    void refuses_blank_and_unreadable_parts(String bad) {
        assertThatThrownBy(() -> name(null, bad)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> name(bad, "星河")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_more_than_the_standard_allows() {
        name("省".repeat(128), "名".repeat(64));
        assertThatThrownBy(() -> name(null, "名".repeat(65)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> name("省".repeat(129), "名"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SubjectName("cn", null, null, "甲", List.of(), "甲"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SubjectName name(@Nullable String province, String organisation) {
        return new SubjectName("CN", province, null, organisation, List.of(), organisation);
    }
}
