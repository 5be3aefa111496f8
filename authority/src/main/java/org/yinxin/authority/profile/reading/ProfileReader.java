package org.yinxin.authority.profile.reading;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yinxin.authority.SubjectKind;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.authority.profile.Presence;
import org.yinxin.authority.profile.ProfileReference;
import org.yinxin.authority.profile.UseRule;

/** Reads one profile file from top to bottom. */
public final class ProfileReader {

    static final String FIRST_EDITION = "2012";

    /** Those of GM/T 0015; what it requires is required of their profiles. */
    private static final Set<String> STANDARD_EDITIONS = Set.of(FIRST_EDITION, "2023");

    private static final Pattern EDITION = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");
    private static final int LONGEST_FILE = 64 * 1024;
    private static final int MOST_MONTHS = 1200;
    private static final ProfileReference UNNAMED = new ProfileReference("unnamed", 0);

    private ProfileReader() {}

    /**
     * Reads and checks a profile.
     *
     * @param file the file's name, for the faults
     * @param yaml its content
     */
    public static ProfileReading read(String file, String yaml) {
        Findings findings = new Findings(file);
        Optional<CertificateProfile> profile =
                compose(yaml, findings).map(node -> profile(new Block("profile", node, findings)));
        List<ProfileFault> faults = findings.faults();
        return profile.isPresent() && faults.isEmpty()
                ? new ProfileReading.Sound(profile.get())
                : new ProfileReading.Faulty(faults);
    }

    /** Whether somebody may name an edition like this. */
    public static boolean isEdition(String text) {
        return EDITION.matcher(text).matches();
    }

    private static Optional<MappingNode> compose(String yaml, Findings findings) {
        if (yaml.length() > LONGEST_FILE) {
            findings.fault(1, "A profile has at most %d characters.".formatted(LONGEST_FILE));
            return Optional.empty();
        }
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (node instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            findings.fault(1, "A profile is a mapping that begins with \"profile:\".");
        } catch (MarkedYAMLException malformed) {
            Mark mark = malformed.getProblemMark();
            findings.fault(
                    mark == null ? 1 : mark.getLine() + 1,
                    "This is not YAML: " + malformed.getProblem() + ".");
        } catch (YAMLException malformed) {
            findings.fault(1, "This is not YAML: " + malformed.getMessage());
        }
        return Optional.empty();
    }

    private static CertificateProfile profile(Block block) {
        ProfileReference reference =
                block.text("profile").flatMap(name -> name(block, name)).orElse(UNNAMED);
        String edition = edition(block);
        boolean standard = STANDARD_EDITIONS.contains(edition);
        SubjectKind serves = block.oneOf("serves", ProfileWords.KINDS);
        int months =
                block.block("validity")
                        .map(
                                validity -> {
                                    int longest = validity.number("months", 1, MOST_MONTHS, null);
                                    validity.end();
                                    return longest;
                                })
                        .orElse(1);
        var subject = SubjectReader.subject(block, standard);
        Map<CertificateUse, UseRule> certificates = UsesReader.certificates(block, serves);
        var policies = PolicyReader.policies(block, standard);
        var addresses = PolicyReader.addresses(block, standard);
        var identifiers = IdentifiersReader.identifiers(block, serves, edition);
        Presence hostNames = hostNames(block, serves, certificates);
        block.end();
        return new CertificateProfile(
                reference,
                edition,
                serves,
                months,
                subject,
                certificates,
                policies,
                addresses,
                identifiers,
                hostNames);
    }

    private static Optional<ProfileReference> name(Block block, String name) {
        if (ProfileReference.isName(name)) {
            return Optional.of(new ProfileReference(name, 0));
        }
        block.fault(
                "profile",
                "\"%s\" is no name of a profile: small letters, digits and hyphens."
                        .formatted(name));
        return Optional.empty();
    }

    private static String edition(Block block) {
        Optional<String> edition = block.text("edition");
        edition.filter(text -> !isEdition(text))
                .ifPresent(
                        text ->
                                block.fault(
                                        "edition",
                                        "\"%s\" is no name of an edition: 2012, 2023, or one of your own in small letters, digits and hyphens."
                                                .formatted(text)));
        return edition.orElse("");
    }

    private static Presence hostNames(
            Block block, SubjectKind serves, Map<CertificateUse, UseRule> certificates) {
        if (!block.has("hostNames")) {
            return Presence.FORBIDDEN;
        }
        Presence presence = block.oneOf("hostNames", ProfileWords.PRESENCES);
        boolean alone = certificates.containsKey(CertificateUse.DEVICE);
        if (presence != Presence.FORBIDDEN && !(serves == SubjectKind.DEVICE && alone)) {
            block.fault(
                    "hostNames",
                    "Names in the network belong into \"single\" certificates of devices: write"
                            + " \"forbidden\".");
        }
        return presence;
    }
}
