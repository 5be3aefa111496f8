package org.yinxin.authority.profile.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yinxin.authority.profile.reading.ProfileFault;

/** Finds the files of profiles. */
public final class ProfileFiles {

    private static final String PLACE = "classpath*:org/yinxin/authority/profile/";
    private static final String ENDING = ".yaml";

    private ProfileFiles() {}

    /** Those that are shipped, by name. */
    public static List<ProfileFile> shipped() {
        return packaged("");
    }

    /** Those by which certificates are judged that were made before profiles were files. */
    static List<ProfileFile> former() {
        return packaged("former/");
    }

    /** Of files with one name the first, as a class loader has it: a class path may name a jar twice. */
    private static List<ProfileFile> packaged(String folder) {
        try {
            Map<String, ProfileFile> files = new TreeMap<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources(PLACE + folder + "*" + ENDING)) {
                String name = folder + file.getFilename();
                files.putIfAbsent(
                        name,
                        new ProfileFile(name, file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return List.copyOf(files.values());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the packaged profiles cannot be read", unreadable);
        }
    }

    /**
     * Those of an installation, by name.
     *
     * @throws FaultyProfilesException when the folder or a file of it cannot be read
     */
    public static List<ProfileFile> in(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<ProfileFile> files = new ArrayList<>();
            for (Path file :
                    all.filter(each -> each.toString().endsWith(ENDING)).sorted().toList()) {
                files.add(read(file));
            }
            return files;
        } catch (IOException unreadable) {
            throw unreadable(folder, "This is no folder of profiles that can be read.");
        }
    }

    /**
     * One file.
     *
     * @throws FaultyProfilesException when it cannot be read
     */
    public static ProfileFile read(Path file) {
        try {
            return new ProfileFile(file.toString(), Files.readString(file));
        } catch (CharacterCodingException otherText) {
            throw unreadable(file, "This is not text in UTF-8.");
        } catch (IOException unreadable) {
            throw unreadable(file, "This is no file that can be read.");
        }
    }

    private static FaultyProfilesException unreadable(Path path, String sentence) {
        return new FaultyProfilesException(List.of(new ProfileFault(path.toString(), 1, sentence)));
    }
}
