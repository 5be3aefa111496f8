package org.yinxin.app.ca;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.yinxin.authority.profile.AttributeRule;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.IdentifierRule;
import org.yinxin.authority.profile.KeyUsageBit;
import org.yinxin.authority.profile.PolicyRule;
import org.yinxin.authority.profile.UseRule;
import org.yinxin.authority.profile.catalogue.ProfileShelf.Shelved;
import org.yinxin.authority.profile.reading.ProfileWords;

/** One profile in lines to read. */
final class ProfilePortrait {

    private final StringBuilder text = new StringBuilder();

    private ProfilePortrait() {}

    static String of(Shelved one) {
        ProfilePortrait portrait = new ProfilePortrait();
        portrait.draw(one);
        return portrait.text.toString();
    }

    private void draw(Shelved one) {
        CertificateProfile profile = one.profile();
        line("profile", profile.reference().name() + " of the edition " + profile.edition());
        line("from", one.file().name());
        line("serves", ProfileWords.of(profile.serves()));
        line("validity", "at most " + profile.longestMonths() + " months");
        profile.subject().attributes().forEach(this::attribute);
        profile.certificates().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(use -> use(use.getKey().name().toLowerCase(Locale.ROOT), use.getValue()));
        line("policies", policies(profile.policies()));
        line(
                "addresses",
                "%s, %s, %s"
                        .formatted(
                                profile.addresses().crl()
                                        ? "revocation list"
                                        : "no revocation list",
                                profile.addresses().ocsp() ? "OCSP" : "no OCSP",
                                profile.addresses().issuer()
                                        ? "issuer's certificate"
                                        : "no issuer's certificate"));
        profile.identifiers().forEach(this::identifier);
        line("host names", ProfileWords.of(profile.hostNames()));
    }

    private void attribute(AttributeRule rule) {
        line(
                "subject " + rule.attribute(),
                "%s, %s, at most %d characters"
                        .formatted(
                                ProfileWords.of(rule.presence()),
                                ProfileWords.of(rule.form()),
                                rule.longest()));
    }

    private void use(String name, UseRule rule) {
        String usages =
                rule.usages().stream()
                        .sorted()
                        .map(KeyUsageBit::word)
                        .collect(Collectors.joining(", "));
        String purposes =
                rule.purposes().stream().map(ProfileWords::of).collect(Collectors.joining(", "));
        line(
                name,
                usages
                        + (purposes.isEmpty() ? "" : "; for " + purposes)
                        + (rule.purposesCritical() ? " only" : ""));
    }

    private void identifier(IdentifierRule rule) {
        line(
                "identifier",
                "%s (%s) from %s as %s, %s"
                        .formatted(
                                rule.oid(),
                                ProfileWords.of(rule.oid()),
                                ProfileWords.of(rule.source()),
                                ProfileWords.of(rule.form()),
                                ProfileWords.of(rule.writing())));
    }

    private static String policies(PolicyRule rule) {
        String others =
                rule.others().stream()
                        .map(ASN1ObjectIdentifier::getId)
                        .collect(Collectors.joining(", "));
        String named =
                (rule.authoritys() ? "the authority's" : "")
                        + (rule.authoritys() && !others.isEmpty() ? ", " : "")
                        + others;
        return (named.isEmpty() ? "none" : named)
                + (rule.cps() == null ? "" : "; statement at " + rule.cps());
    }

    private void line(String what, String value) {
        text.append("%-12s  %s%n".formatted(what, value));
    }
}
