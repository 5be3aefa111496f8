package org.yinxin.hall.catalogue.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.Product;
import org.yinxin.hall.catalogue.ProductCode;
import org.yinxin.hall.catalogue.SubjectRule;
import org.yinxin.hall.catalogue.SubjectRule.Source;
import org.yinxin.hall.catalogue.Words;

/** Reads what is issued and what stands in the certificate. */
final class ProductReader {

    private static final Words NO_WORDS = new Words(Block.MISSING, Block.MISSING);
    private static final Source NO_SOURCE = new Source.Fixed(Block.MISSING);
    private static final SubjectRule NO_RULE =
            new SubjectRule("CN", null, null, NO_SOURCE, NO_SOURCE, null);

    private static final ProductCode NO_CODE = new ProductCode(Block.MISSING);

    private static final Pattern YEARS = Pattern.compile("[1-9]|10");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private ProductReader() {}

    static Plan.Project noProject() {
        return new Plan.Project(NO_WORDS, NO_WORDS, NO_WORDS);
    }

    static Product product(Block block) {
        Product product =
                new Product(
                        block.value(
                                "code",
                                ProductCode::parse,
                                "a product code of small letters, digits and hyphens",
                                NO_CODE),
                        block.value(
                                "kind",
                                Vocabulary.oneOf(Product.Kind.class),
                                Vocabulary.listed(Product.Kind.class),
                                Product.Kind.UNIT),
                        block.words("title"),
                        years(block),
                        block.block("subject").map(ProductReader::rule).orElse(NO_RULE));
        block.end();
        return block.placed(product);
    }

    private static List<Integer> years(Block block) {
        List<Integer> years = new ArrayList<>();
        for (String text : block.texts("years")) {
            if (YEARS.matcher(text).matches()) {
                years.add(Integer.valueOf(text));
            } else {
                block.fault("years", "\"" + text + "\" is not a number of years from 1 to 10.");
            }
        }
        return years;
    }

    private static SubjectRule rule(Block block) {
        String country = block.text("country");
        if (!COUNTRY.matcher(country).matches() && !country.equals(Block.MISSING)) {
            block.fault("country", "\"" + country + "\" is not a country code of two letters.");
        }
        SubjectRule rule =
                new SubjectRule(
                        country,
                        optionalSource(block, "province"),
                        optionalSource(block, "locality"),
                        source(block, "organisation"),
                        source(block, "commonName"),
                        optionalSource(block, "organisationCode"));
        block.end();
        return rule;
    }

    private static @Nullable Source optionalSource(Block block, String key) {
        return block.has(key) ? source(block, key) : null;
    }

    private static Source source(Block parent, String key) {
        return parent.block(key)
                .map(
                        block -> {
                            boolean fixed = block.has("fixed");
                            if (fixed == block.has("field")) {
                                parent.fault(
                                        key,
                                        "\"" + key + "\" comes from a \"field\" or is \"fixed\".");
                            }
                            Source source =
                                    fixed
                                            ? new Source.Fixed(block.text("fixed"))
                                            : new Source.Field(
                                                    block.optionalText("field")
                                                            .orElse(Block.MISSING));
                            block.end();
                            return source;
                        })
                .orElse(NO_SOURCE);
    }
}
