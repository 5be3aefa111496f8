package org.yinxin.authority;

import java.util.ArrayList;
import java.util.List;
import org.yinxin.authority.profile.catalogue.CertificateProfiles;
import org.yinxin.authority.profile.catalogue.ProfileEditions;
import org.yinxin.authority.profile.catalogue.ProfileFile;
import org.yinxin.authority.profile.catalogue.ProfileFiles;
import org.yinxin.authority.profile.catalogue.ProfileShelf;
import org.yinxin.authority.profile.catalogue.ProfileVersions;

/** The profiles that a bench makes certificates under. */
public final class BenchProfiles {

    private final AuthorityBench bench;
    private final List<ProfileFile> own = new ArrayList<>();

    /** Which editions what is issued next is made under. */
    public ProfileEditions editions = ProfileEditions.USUAL;

    BenchProfiles(AuthorityBench bench) {
        this.bench = bench;
    }

    /** Adds a file of the installation, or replaces one, for what is issued next. */
    public void put(String name, String yaml) {
        own.removeIf(file -> file.name().equals(name));
        own.add(new ProfileFile(name, yaml));
    }

    /** The text of a shipped profile. */
    public static String shipped(String name) {
        return ProfileFiles.shipped().stream()
                .filter(file -> file.name().equals(name + ".yaml"))
                .findFirst()
                .orElseThrow()
                .yaml();
    }

    /** As the hall has them when it starts now. */
    public CertificateProfiles inForce() {
        return CertificateProfiles.of(
                ProfileShelf.of(ProfileFiles.shipped(), own), editions, versions());
    }

    public ProfileVersions versions() {
        return new ProfileVersions(bench.jdbc, bench.transaction, bench.clock);
    }
}
