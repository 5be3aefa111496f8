package org.yinxin.hall.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of one product inside a plan, such as {@code unit-seal} (单位证书带签章).
 *
 * @param text small letters, digits and hyphens
 */
public record ProductCode(String text) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public ProductCode {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a product code: " + text);
        }
    }

    /** Reads what came from outside; empty when it cannot be one. */
    public static Optional<ProductCode> parse(String typed) {
        return SHAPE.matcher(typed).matches()
                ? Optional.of(new ProductCode(typed))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
