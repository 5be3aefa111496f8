package org.yinxin.hall.catalogue.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yinxin.hall.catalogue.Condition;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.FormSection;
import org.yinxin.hall.catalogue.Obligation;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.catalogue.SubjectType;
import org.yinxin.hall.catalogue.Words;

/** Reads questions and papers, and who must give them. */
final class FormReader {

    private static final Set<FieldType> CHOSEN =
            EnumSet.of(FieldType.CHOICE, FieldType.SUBJECT_TYPE, FieldType.PRODUCT);

    private FormReader() {}

    static FormSection section(Block block, Unique fieldNames) {
        List<FormField> fields = new ArrayList<>();
        String code = Vocabulary.name(block, "code");
        Words title = block.words("title");
        for (Block item : block.blocks("fields")) {
            FormField field = field(item);
            fieldNames.check(item, "name", field.name());
            fields.add(field);
        }
        block.end();
        return new FormSection(code, title, fields);
    }

    private static FormField field(Block block) {
        String name = Vocabulary.name(block, "name");
        FieldType type =
                block.value(
                        "type",
                        Vocabulary.oneOf(FieldType.class),
                        Vocabulary.listed(FieldType.class),
                        FieldType.TEXT);
        FormField field =
                new FormField(
                        name,
                        type,
                        block.words("label"),
                        block.optionalWords("help"),
                        obligation(block),
                        options(block, type));
        block.end();
        return block.placed(field);
    }

    private static List<FormField.Option> options(Block block, FieldType type) {
        if (!CHOSEN.contains(type)) {
            if (block.has("options")) {
                block.fault("options", "A field of type " + type + " has no options.");
            }
            return List.of();
        }
        List<FormField.Option> options = new ArrayList<>();
        Unique values = new Unique("The option");
        for (Block item : block.blocks("options")) {
            String value = item.text("value");
            values.check(item, "value", value);
            if (type == FieldType.SUBJECT_TYPE
                    && Vocabulary.oneOf(SubjectType.class).apply(value).isEmpty()) {
                item.fault(
                        "value",
                        "\"" + value + "\" is not " + Vocabulary.listed(SubjectType.class) + ".");
            }
            options.add(item.placed(new FormField.Option(value, item.words())));
        }
        return options;
    }

    static PaperRequirement paper(Block block) {
        PaperRequirement paper =
                new PaperRequirement(
                        Vocabulary.name(block, "code"),
                        block.words("title"),
                        block.optionalWords("help"),
                        Set.copyOf(Vocabulary.texts(block, "formats", Vocabulary.PAPER_FORMATS)),
                        block.value(
                                "maxBytes", Numbers::bytes, "a number of bytes up to 10 MB", 1L),
                        block.value(
                                "stamp",
                                Vocabulary.oneOf(PaperRequirement.Stamp.class),
                                Vocabulary.listed(PaperRequirement.Stamp.class),
                                PaperRequirement.Stamp.NONE),
                        obligation(block));
        block.end();
        return block.placed(paper);
    }

    /** {@code required: always}, {@code required: never} or {@code required: {when: {field, is}}}. */
    private static Obligation obligation(Block block) {
        if (!block.has("required")) {
            block.text("required");
            return new Obligation.Optional();
        }
        if (block.isMapping("required")) {
            return block.block("required")
                    .<Obligation>map(
                            required -> {
                                Condition condition = condition(required, "when");
                                required.end();
                                return new Obligation.When(condition);
                            })
                    .orElse(new Obligation.Optional());
        }
        String word = block.text("required");
        if (!word.equals("always") && !word.equals("never") && !word.equals(Block.MISSING)) {
            block.fault(
                    "required",
                    "\"" + word + "\" is not always, never or {when: {field: …, is: [ … ]}}.");
        }
        return word.equals("always") ? new Obligation.Always() : new Obligation.Optional();
    }

    /** {@code {field: …, is: [ … ]}} or {@code {fact: …, is: [ … ]}}. */
    static Condition condition(Block parent, String key) {
        return parent.block(key)
                .map(
                        block -> {
                            boolean fact = block.has("fact");
                            if (fact && block.has("field")) {
                                block.fault(
                                        "fact",
                                        "A condition asks for a \"field\" or for a \"fact\", not for both.");
                            }
                            Condition condition =
                                    new Condition(
                                            block.text(fact ? "fact" : "field"),
                                            Set.copyOf(block.texts("is")));
                            block.end();
                            return condition;
                        })
                .orElse(new Condition(Block.MISSING, Set.of()));
    }
}
