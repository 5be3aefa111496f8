package org.yinxin.authority.profile.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yinxin.authority.SubjectKind;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.reading.ProfileFault;
import org.yinxin.authority.profile.reading.ProfileReader;
import org.yinxin.authority.profile.reading.ProfileReading;

/** The profiles of an installation: those that are shipped, and its own, which add to them or replace them by name. */
public final class ProfileShelf {

    /**
     * A profile and the text it was read from.
     *
     * @param profile with version 0
     */
    public record Shelved(CertificateProfile profile, ProfileFile file) {}

    /** What a profile is chosen by. */
    record Task(String edition, SubjectKind serves, boolean pairs) {
        static Task of(CertificateProfile profile) {
            return new Task(profile.edition(), profile.serves(), profile.isOfPairs());
        }
    }

    private final Map<String, Shelved> byName;

    private ProfileShelf(Map<String, Shelved> byName) {
        this.byName = byName;
    }

    /**
     * Reads them all.
     *
     * @throws FaultyProfilesException with every fault of every file
     */
    public static ProfileShelf of(List<ProfileFile> shipped, List<ProfileFile> own) {
        List<ProfileFault> faults = new ArrayList<>();
        Map<String, Shelved> byName = new TreeMap<>(read(shipped, faults));
        byName.putAll(read(own, faults));
        Map<Task, Shelved> tasks = new LinkedHashMap<>();
        for (Shelved one : byName.values()) {
            Shelved other = tasks.putIfAbsent(Task.of(one.profile()), one);
            if (other != null) {
                faults.add(own.contains(one.file()) ? sameTask(one, other) : sameTask(other, one));
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultyProfilesException(faults);
        }
        return new ProfileShelf(byName);
    }

    private static Map<String, Shelved> read(List<ProfileFile> files, List<ProfileFault> faults) {
        Map<String, Shelved> read = new LinkedHashMap<>();
        for (ProfileFile file : files) {
            switch (ProfileReader.read(file.name(), file.yaml())) {
                case ProfileReading.Faulty(List<ProfileFault> found) -> faults.addAll(found);
                case ProfileReading.Sound(CertificateProfile profile) -> {
                    Shelved before =
                            read.putIfAbsent(
                                    profile.reference().name(), new Shelved(profile, file));
                    if (before != null) {
                        faults.add(
                                new ProfileFault(
                                        file.name(),
                                        1,
                                        "The profile %s is in %s already; rename one."
                                                .formatted(
                                                        profile.reference().name(),
                                                        before.file().name())));
                    }
                }
            }
        }
        return read;
    }

    private static ProfileFault sameTask(Shelved told, Shelved beside) {
        return new ProfileFault(
                told.file().name(),
                1,
                ("The profile %s does what %s does: the same edition, the same subjects, the same"
                                + " certificates. Give it that name to replace it, or another"
                                + " edition.")
                        .formatted(
                                told.profile().reference().name(),
                                beside.profile().reference().name()));
    }

    /** All, by name. */
    public List<Shelved> all() {
        return List.copyOf(byName.values());
    }

    /** The names of the editions. */
    public Set<String> editions() {
        Set<String> editions = new TreeSet<>();
        byName.values().forEach(one -> editions.add(one.profile().edition()));
        return editions;
    }
}
