package org.yinxin.store.postgres;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A schema that one part of the product owns alone, under a role of its own.
 *
 * @param name the schema's name
 * @param locations where Flyway finds its migrations, such as {@code classpath:org/yinxin/authority/db}
 * @param readers roles without a sign-in of their own to which the migrations grant what they may read; made where absent
 */
public record Schema(String name, List<String> locations, List<String> readers) {

    /** The migrations of the journal, which every schema lists first. */
    public static final String JOURNAL = "classpath:org/yinxin/store/journal/db";

    // Names are put into statements where no parameter can stand.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    public Schema {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a schema name: " + name);
        }
        readers.stream()
                .filter(reader -> !NAME.matcher(reader).matches())
                .forEach(
                        reader -> {
                            throw new IllegalArgumentException("not a role name: " + reader);
                        });
        locations = List.copyOf(locations);
        readers = List.copyOf(readers);
    }

    /** A schema that nobody but its owner reads. */
    public Schema(String name, List<String> locations) {
        this(name, locations, List.of());
    }

    /** The database role that owns the schema and can enter no other. */
    public String role() {
        return "yinxin_" + name;
    }
}
