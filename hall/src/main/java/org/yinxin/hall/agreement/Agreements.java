package org.yinxin.hall.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.pki.key.Sm3;

/** All versions of all agreements, read once at start from {@code texts/<code>/<version>/{zh,en}.txt}. */
@Component
public class Agreements {

    private static final String TEXTS = "classpath*:org/yinxin/hall/agreement/texts/*/*/zh.txt";
    private static final Pattern PLACE =
            Pattern.compile("/texts/([a-z0-9-]+)/([1-9][0-9]*)/zh\\.txt$");

    private final List<AgreementText> texts;

    Agreements() {
        this.texts = load();
    }

    /** The version in force, which is the highest. */
    public Optional<AgreementText> current(String code) {
        return versions(code).max(Comparator.comparingInt(AgreementText::version));
    }

    /** A version that somebody accepted once. */
    public Optional<AgreementText> find(String code, int version) {
        return versions(code).filter(text -> text.version() == version).findFirst();
    }

    private Stream<AgreementText> versions(String code) {
        return texts.stream().filter(text -> text.code().equals(code));
    }

    private static List<AgreementText> load() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(TEXTS);
            return Stream.of(found).map(Agreements::read).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the agreements", failure);
        }
    }

    private static AgreementText read(Resource chinese) {
        try {
            Matcher place = PLACE.matcher(chinese.getURL().toString());
            if (!place.find()) {
                throw new IllegalStateException("no agreement and version in " + chinese);
            }
            byte[] zh = chinese.getContentAsByteArray();
            byte[] en = chinese.createRelative("en.txt").getContentAsByteArray();
            Words text =
                    new Words(
                            new String(zh, StandardCharsets.UTF_8),
                            new String(en, StandardCharsets.UTF_8));
            return new AgreementText(
                    place.group(1),
                    Integer.parseInt(place.group(2)),
                    new Words(firstLine(text.zh()), firstLine(text.en())),
                    text,
                    HexFormat.of().formatHex(Sm3.digest(zh, en)));
        } catch (IOException failure) {
            throw new UncheckedIOException("an agreement lacks a language: " + chinese, failure);
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElseThrow().strip();
    }
}
