package org.yinxin.hall.application.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.Obligation;

/**
 * One question as a page asks it.
 *
 * @param name the field's name and id
 * @param label what is asked
 * @param help one sentence of help, or none
 * @param value what was answered so far
 * @param warning what an officer said or will look at twice, or nothing
 * @param optional whether it may be left out
 * @param options the answers offered, value to label; empty when the answer is typed
 * @param input how it is typed
 * @param onlyWhen who is asked; null for everybody
 */
record Question(
        String name,
        String label,
        @Nullable String help,
        String value,
        @Nullable String warning,
        boolean optional,
        Map<String, String> options,
        Input input,
        @Nullable OnlyWhen onlyWhen) {

    /** More options than this are a list to choose from. */
    private static final int MOST_BUTTONS = 7;

    /**
     * How an answer is typed.
     *
     * @param autocomplete what the browser may fill in
     * @param mode which keys a telephone shows
     * @param size how wide the box is; the width tells how much is expected
     * @param code whether it is a code, shown in a fixed pitch
     * @param rows lines, or null for one
     * @param maxLength the longest answer; null for codes, which people paste with blanks between the groups
     */
    record Input(
            String autocomplete,
            String mode,
            String size,
            boolean code,
            @Nullable Integer rows,
            @Nullable Integer maxLength) {}

    static Question of(
            FormField field, @Nullable String value, @Nullable String warning, Locale reader) {
        Map<String, String> options = new LinkedHashMap<>();
        field.options().forEach(option -> options.put(option.value(), option.label().in(reader)));
        return new Question(
                field.name(),
                field.label().in(reader),
                field.help() == null ? null : field.help().in(reader),
                value == null ? "" : value,
                warning,
                field.obligation() instanceof Obligation.Optional,
                options,
                input(field.type()),
                null);
    }

    /** The same with answers that the plan offers elsewhere than at the field, if there are any. */
    Question offering(Map<String, String> more) {
        return more.isEmpty()
                ? this
                : new Question(name, label, help, value, warning, optional, more, input, onlyWhen);
    }

    Question onlyWhen(@Nullable OnlyWhen who) {
        return new Question(name, label, help, value, warning, optional, options, input, who);
    }

    public boolean isRadio() {
        return !options.isEmpty() && options.size() <= MOST_BUTTONS;
    }

    public boolean isSelect() {
        return options.size() > MOST_BUTTONS;
    }

    private static Input input(FieldType type) {
        return switch (type) {
            case TEXT, CHOICE, SUBJECT_TYPE, PRODUCT, YEARS -> line("off", "", type);
            case ORGANISATION_NAME -> line("organization", "", type);
            case CREDIT_CODE, RESIDENT_IDENTITY_NUMBER, OTHER_DOCUMENT_NUMBER ->
                    code("off", "text", "half");
            case LICENCE_NUMBER, BANK_ACCOUNT_NUMBER -> code("off", "numeric", "half");
            case COUNT, DATE -> code("off", "numeric", "short");
            case PROVINCE -> line("address-level1", "half", type);
            case CITY -> line("address-level2", "half", type);
            case DISTRICT -> line("address-level3", "half", type);
            case ADDRESS -> new Input("street-address", "text", "", false, 2, type.maxLength());
            case POSTCODE -> code("postal-code", "numeric", "short");
            case PERSON_NAME -> line("off", "half", type);
            case MOBILE -> code("tel-national", "tel", "half");
            case TELEPHONE -> code("tel", "tel", "half");
            case EMAIL -> new Input("email", "email", "", false, null, type.maxLength());
        };
    }

    private static Input line(String autocomplete, String size, FieldType type) {
        return new Input(autocomplete, "text", size, false, null, type.maxLength());
    }

    private static Input code(String autocomplete, String mode, String size) {
        return new Input(autocomplete, mode, size, true, null, null);
    }
}
