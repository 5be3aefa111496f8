package org.yinxin.hall.application.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.yinxin.hall.catalogue.GateSettings;

/** Tells a client what there is to choose from at a gate; what it does not need stays in the plan. */
final class GateSettingsWriter {

    private static final ApplicationJson.Settings NOTHING =
            new ApplicationJson.Settings(null, null, null, null, null, null, null, null);

    private GateSettingsWriter() {}

    static ApplicationJson.Settings json(GateSettings settings, Locale reader) {
        return switch (settings) {
            case GateSettings.Identification(var party, var methods, _, _) ->
                    new ApplicationJson.Settings(
                            party.name(), names(methods), null, null, null, null, null, null);
            case GateSettings.Unlocking(var modes) ->
                    new ApplicationJson.Settings(
                            null, null, names(modes), null, null, null, null, null);
            case GateSettings.Delivery(var ways) ->
                    new ApplicationJson.Settings(
                            null, null, null, sorted(ways), null, null, null, null);
            case GateSettings.Activation(var where) ->
                    new ApplicationJson.Settings(
                            null, null, null, null, where.in(reader), null, null, null);
            case GateSettings.Payment(_, var channels, _) ->
                    new ApplicationJson.Settings(
                            null, null, null, null, null, channels, null, null);
            case GateSettings.Production(var makers) ->
                    new ApplicationJson.Settings(
                            null, null, null, null, null, null, sorted(makers), null);
            case GateSettings.BankCheck(var amount, _, _) ->
                    new ApplicationJson.Settings(
                            null, null, null, null, null, null, null, amount.toString());
            case GateSettings.Form _,
                    GateSettings.Consent _,
                    GateSettings.Papers _,
                    GateSettings.Submission _,
                    GateSettings.Review _,
                    GateSettings.KeyProof _,
                    GateSettings.Ending _,
                    GateSettings.Enablement _,
                    GateSettings.MobileChange _ ->
                    NOTHING;
        };
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }

    /** In the order of the language, because a set has none. */
    private static <E extends Enum<E>> List<String> sorted(Collection<E> values) {
        return values.stream().sorted().map(Enum::name).toList();
    }
}
