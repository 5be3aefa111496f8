package org.yinxin.hall.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form.
 *
 * @param name its name in the form, the API and the database
 * @param type how the answer is checked, kept and shown
 * @param label what is asked
 * @param help one sentence of help, or none
 * @param obligation who must answer
 * @param options the answers offered, for types that are chosen; otherwise empty
 */
public record FormField(
        String name,
        FieldType type,
        Words label,
        @Nullable Words help,
        Obligation obligation,
        List<Option> options) {

    public FormField {
        options = List.copyOf(options);
    }

    /**
     * One answer offered.
     *
     * @param value what is kept
     * @param label what is read
     */
    public record Option(String value, Words label) {}
}
