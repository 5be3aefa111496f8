package org.yinxin.app.ca;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinxin.app.StartRefused;
import org.yinxin.app.commandline.Command.Profiles;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.catalogue.ProfileFile;
import org.yinxin.authority.profile.catalogue.ProfileFiles;
import org.yinxin.authority.profile.catalogue.ProfileShelf;
import org.yinxin.authority.profile.catalogue.ProfileShelf.Shelved;
import org.yinxin.authority.profile.reading.ProfileFault;
import org.yinxin.authority.profile.reading.ProfileReader;
import org.yinxin.authority.profile.reading.ProfileReading;
import org.yinxin.authority.profile.reading.ProfileWords;

/** Carries out what was asked about certificate profiles and answers the exit code: 0 when all is well, 1 for faults. */
public final class ProfileTools {

    private static final int FAULTS = 1;

    private ProfileTools() {}

    /**
     * Writes the answer to {@code out}.
     *
     * @throws StartRefused when what was asked for makes no sense, such as a profile that there is not
     */
    public static int carryOut(Profiles command, PrintStream out) {
        return switch (command) {
            case Profiles.Check(List<Path> files) -> check(files, out);
            case Profiles.ListAll(Path folder) -> {
                shelf(folder).all().forEach(one -> out.println(line(one)));
                yield 0;
            }
            case Profiles.Show(String name, Path folder) -> {
                out.print(ProfilePortrait.of(find(name, shelf(folder))));
                yield 0;
            }
        };
    }

    private static int check(List<Path> files, PrintStream out) {
        int faulty = 0;
        for (Path path : files) {
            ProfileFile file = ProfileFiles.read(path);
            switch (ProfileReader.read(file.name(), file.yaml())) {
                case ProfileReading.Faulty(List<ProfileFault> faults) -> {
                    faults.forEach(out::println);
                    faulty++;
                }
                case ProfileReading.Sound(CertificateProfile profile) ->
                        out.printf(
                                "%s: sound; profile %s of the edition %s.%n",
                                path, profile.reference().name(), profile.edition());
            }
        }
        return faulty == 0 ? 0 : FAULTS;
    }

    private static ProfileShelf shelf(@Nullable Path folder) {
        return ProfileShelf.of(
                ProfileFiles.shipped(), folder == null ? List.of() : ProfileFiles.in(folder));
    }

    private static Shelved find(String name, ProfileShelf shelf) {
        return shelf.all().stream()
                .filter(one -> one.profile().reference().name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new StartRefused(
                                        StartRefused.MISUSE,
                                        "There is no profile %s; there are: %s."
                                                .formatted(
                                                        name,
                                                        shelf.all().stream()
                                                                .map(Shelved::profile)
                                                                .map(it -> it.reference().name())
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    private static String line(Shelved one) {
        CertificateProfile profile = one.profile();
        return "%-28s  %-8s  %-20s  %-6s  %s"
                .formatted(
                        profile.reference().name(),
                        profile.edition(),
                        ProfileWords.of(profile.serves()),
                        profile.isOfPairs() ? "pair" : "single",
                        one.file().name());
    }
}
