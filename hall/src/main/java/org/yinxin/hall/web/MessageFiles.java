package org.yinxin.hall.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
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

    /** A source that knows all of them; Chinese in every language but English. */
    public static MessageSource source() {
        return new MessageTable(Words.CHINESE, Words.ENGLISH);
    }

    /** Read once; the files are parts of the program. */
    private static final class Words {
        static final Map<String, String> CHINESE = read(".properties");
        static final Map<String, String> ENGLISH = read("_en.properties");
    }

    private static Map<String, String> read(String ending) {
        Map<String, String> words = new HashMap<>();
        for (String base : baseNames()) {
            Properties file = new Properties();
            try (var in = new ClassPathResource(base + ending).getInputStream();
                    var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                file.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            file.stringPropertyNames().forEach(key -> words.put(key, file.getProperty(key)));
        }
        return Map.copyOf(words);
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
