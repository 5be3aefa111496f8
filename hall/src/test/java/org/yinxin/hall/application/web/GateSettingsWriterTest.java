package org.yinxin.hall.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.catalogue.GateKind;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.catalogue.Words;

class GateSettingsWriterTest {

    @Test
    void tells_the_methods_of_an_identification_in_the_order_of_the_plan() {
        var settings =
                json(
                        new GateSettings.Identification(
                                GateSettings.Party.AGENT,
                                List.of(IdentityMethod.FACE, IdentityMethod.MOBILE),
                                false,
                                5));

        assertThat(settings.party()).isEqualTo("AGENT");
        assertThat(settings.methods()).containsExactly("FACE", "MOBILE");
        assertThat(settings.ways()).isNull();
    }

    @Test
    void tells_the_modes_of_an_unlocking() {
        var settings = json(new GateSettings.Unlocking(List.of(GateSettings.UnlockMode.COUNTER)));

        assertThat(settings.modes()).containsExactly("COUNTER");
    }

    @Test
    void tells_the_ways_of_a_delivery_always_in_one_order() {
        var settings =
                json(
                        new GateSettings.Delivery(
                                Set.of(GateSettings.Way.PICKUP, GateSettings.Way.COURIER_PREPAID)));

        assertThat(settings.ways()).containsExactly("COURIER_PREPAID", "PICKUP");
    }

    @Test
    void tells_where_to_activate_in_the_readers_language() {
        var activation = new GateSettings.Activation(new Words("交易平台", "the platform"));

        assertThat(json(activation).where()).isEqualTo("交易平台");
        assertThat(GateSettingsWriter.json(activation, Locale.ENGLISH).where())
                .isEqualTo("the platform");
    }

    @Test
    void finds_each_kind_by_the_word_of_the_plan_language() {
        assertThat(GateKind.words()).doesNotHaveDuplicates();
        assertThat(Arrays.stream(GateKind.values()))
                .allMatch(kind -> GateKind.parse(kind.word()).orElseThrow() == kind);
    }

    private static ApplicationJson.Settings json(GateSettings settings) {
        return GateSettingsWriter.json(settings, Locale.CHINESE);
    }
}
