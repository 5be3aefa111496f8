package org.yinxin.app.ca;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.yinxin.app.commandline.Command.Ca;
import org.yinxin.app.commandline.Command.Ca.Claimant;
import org.yinxin.app.installation.HierarchyFile;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.ceremony.AddAuthorities;
import org.yinxin.authority.ceremony.CeremonyOutcome;
import org.yinxin.authority.ceremony.HierarchyDefinition;
import org.yinxin.authority.ceremony.RetireAuthority;
import org.yinxin.authority.ceremony.RollOverAuthority;
import org.yinxin.authority.custodian.CustodianDuty;
import org.yinxin.authority.custodian.TwoCustodians;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.Standing;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.extension.KeyIdentifiers;
import org.yinxin.pki.key.PublicKeys;

/** Makes, rolls over and retires authorities for two custodians, and tells everybody which there are. */
public final class HierarchyDesk {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /**
     * The use cases.
     *
     * @param afterwards makes what a new authority needs at once, which jobs would otherwise make within the hour
     */
    public record Parts(
            AddAuthorities addAuthorities,
            RollOverAuthority rollOverAuthority,
            RetireAuthority retireAuthority,
            CertificationAuthorities authorities,
            Runnable afterwards) {}

    private final Parts parts;
    private final TwoAtTheConsole console;
    private final PrintStream out;

    public HierarchyDesk(Parts parts, TwoAtTheConsole console) {
        this.parts = parts;
        this.console = console;
        this.out = console.out();
    }

    /** Answers whether it was done; if not, a sentence was printed. */
    public boolean carryOut(Ca.Hierarchy command) {
        return switch (command) {
            case Ca.Hierarchy.ListAll _ -> {
                parts.authorities().all().forEach(authority -> out.println(line(authority)));
                yield true;
            }
            case Ca.Hierarchy.Create(_, Path file, List<Claimant> by) -> {
                // Nobody tells a secret for a file that makes no sense.
                HierarchyDefinition definition = HierarchyFile.read("--definition", file);
                yield admitted(by, "hierarchy.create")
                        .map(two -> made(parts.addAuthorities().add(definition, two)))
                        .orElse(false);
            }
            case Ca.Hierarchy.Roll(_, String authority, List<Claimant> by) ->
                    code(authority)
                            .flatMap(
                                    code ->
                                            admitted(by, "hierarchy.roll")
                                                    .map(two -> rolled(code, two)))
                            .orElse(false);
            case Ca.Hierarchy.Retire(_, String authority, String reason, List<Claimant> by) ->
                    code(authority)
                            .flatMap(
                                    code ->
                                            admitted(by, "hierarchy.retire")
                                                    .map(two -> retired(code, reason, two)))
                            .orElse(false);
        };
    }

    private Optional<TwoCustodians> admitted(List<Claimant> by, String purpose) {
        return console.admitted(by, CustodianDuty.AUTHORITIES, purpose);
    }

    private boolean rolled(AuthorityCode code, TwoCustodians two) {
        return made(parts.rollOverAuthority().rollOver(code, two));
    }

    private boolean made(CeremonyOutcome outcome) {
        return switch (outcome) {
            case CeremonyOutcome.Made(List<CertificationAuthority> authorities) -> {
                authorities.forEach(authority -> out.println(line(authority)));
                parts.afterwards().run();
                yield true;
            }
            case CeremonyOutcome.Refused(String sentence) -> refuse(sentence);
        };
    }

    private boolean retired(AuthorityCode code, String reason, TwoCustodians two) {
        Optional<String> refusal = parts.retireAuthority().retire(code, reason, two);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        out.println(code + " certifies no more; its lists and statuses go on.");
        return true;
    }

    private Optional<AuthorityCode> code(String text) {
        Optional<AuthorityCode> code = AuthorityCode.read(text);
        if (code.isEmpty()) {
            refuse("there is no authority " + text);
        }
        return code;
    }

    private boolean refuse(String sentence) {
        out.println("refused: " + sentence);
        return false;
    }

    private String line(CertificationAuthority authority) {
        TbsCertificate tbs = authority.certificate().tbs();
        AuthorityCode parent = authority.parent();
        return "%s  %s  %s  %s to %s  %s  key %s  %s"
                .formatted(
                        authority.code(),
                        parent == null ? "root" : "below " + parent,
                        PublicKeys.algorithmOf(authority.verificationKey()),
                        LocalDate.ofInstant(tbs.notBefore(), CHINA),
                        LocalDate.ofInstant(tbs.notAfter(), CHINA),
                        words(parts.authorities().standing(authority)),
                        HexFormat.of().formatHex(KeyIdentifiers.of(authority.publicKey())),
                        authority.key().value());
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case Standing.Issuing() -> "issuing";
            case Standing.Superseded(AuthorityCode newest) -> "superseded by " + newest;
            case Standing.Retired(var at, String reason) ->
                    "retired %s (%s)".formatted(LocalDate.ofInstant(at, CHINA), reason);
        };
    }
}
