package org.yinxin.hall.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words of all packages: each {@code messages.properties} of a package or its web folder, and its English twin. */
public final class MessageFiles {

    private static final String ROOT = "org/yinxin/hall/";
    private static final Pattern PACKAGE =
            Pattern.compile(".*" + ROOT + "((?:[a-z]+/){1,2})messages\\.properties");

    private MessageFiles() {}

    /** The base names of all message files, such as {@code org/yinxin/hall/review/messages}. */
    public static List<String> baseNames() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:" + ROOT + "**/messages.properties");
            return Arrays.stream(files).map(MessageFiles::baseName).distinct().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source that knows all of them; Chinese where there is no English. */
    public static ResourceBundleMessageSource source() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(baseNames().toArray(String[]::new));
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }

    private static String baseName(Resource file) {
        try {
            var path = PACKAGE.matcher(file.getURL().toString());
            if (!path.matches()) {
                throw new IllegalStateException("not a message file of a package: " + file);
            }
            return ROOT + path.group(1) + "messages";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
