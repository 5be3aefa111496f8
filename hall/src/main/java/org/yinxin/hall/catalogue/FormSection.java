package org.yinxin.hall.catalogue;

import java.util.List;

/**
 * Questions that belong on one page.
 *
 * @param code the page's name in its address
 * @param title its heading
 * @param fields in the order asked
 */
public record FormSection(String code, Words title, List<FormField> fields) {

    public FormSection {
        fields = List.copyOf(fields);
    }
}
