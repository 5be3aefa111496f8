package org.yinxin.authority.profile.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.yinxin.authority.SubjectKind;
import org.yinxin.authority.profile.IdentifierForm;
import org.yinxin.authority.profile.IdentifierRule;
import org.yinxin.authority.profile.IdentifierRule.Writing;
import org.yinxin.authority.profile.IdentifierSource;
import org.yinxin.pki.oid.ChineseOids;

/** Reads the extensions that identify a subject. */
final class IdentifiersReader {

    private static final ASN1ObjectIdentifier STANDARD_EXTENSIONS =
            new ASN1ObjectIdentifier("2.5.29");
    private static final ASN1ObjectIdentifier PKIX = new ASN1ObjectIdentifier("1.3.6.1.5.5.7");

    private IdentifiersReader() {}

    static List<IdentifierRule> identifiers(Block profile, SubjectKind serves, String edition) {
        List<IdentifierRule> rules = new ArrayList<>();
        if (!profile.has("identifiers")) {
            return rules;
        }
        Map<ASN1ObjectIdentifier, Integer> lines = new HashMap<>();
        for (Block block : profile.blocks("identifiers")) {
            rule(block, serves, edition)
                    .ifPresent(
                            rule -> {
                                Integer before = lines.putIfAbsent(rule.oid(), block.line("oid"));
                                if (before != null) {
                                    block.fault(
                                            "oid",
                                            "%s is already in line %d; no certificate carries an extension twice (RFC 5280, 4.2)."
                                                    .formatted(rule.oid(), before));
                                }
                                rules.add(rule);
                            });
        }
        return rules;
    }

    private static Optional<IdentifierRule> rule(Block block, SubjectKind serves, String edition) {
        Optional<ASN1ObjectIdentifier> oid =
                block.text("oid")
                        .flatMap(
                                text ->
                                        Oids.read(
                                                block,
                                                new Block.Item(text, block.line("oid")),
                                                ProfileWords.IDENTIFIERS));
        IdentifierSource source = block.oneOf("from", ProfileWords.SOURCES);
        IdentifierForm form = block.oneOf("form", ProfileWords.FORMS);
        Writing writing = block.oneOf("write", ProfileWords.WRITINGS);
        if (block.flag("critical", false)) {
            block.fault(
                    "critical",
                    "An identifier is not critical (GM/T 0015-2012, 5.2.4.2): whoever does not know"
                            + " it would have to refuse the certificate (RFC 5280, 4.2).");
        }
        block.end();
        oid.ifPresent(it -> checkOid(block, it, form, edition));
        checkForm(block, source, form);
        checkSubject(block, source, serves);
        return oid.map(it -> new IdentifierRule(it, source, form, writing));
    }

    private static void checkOid(
            Block block, ASN1ObjectIdentifier oid, IdentifierForm form, String edition) {
        if (oid.on(STANDARD_EXTENSIONS) || oid.on(PKIX)) {
            block.fault(
                    "oid", "%s is an extension of RFC 5280 and says no identifier.".formatted(oid));
        }
        boolean first =
                edition.equals(ProfileReader.FIRST_EDITION)
                        && ProfileWords.IDENTIFIERS.containsValue(oid);
        IdentifierForm standard =
                oid.equals(ChineseOids.IDENTIFY_CODE)
                        ? IdentifierForm.IDENTIFY_CODE
                        : IdentifierForm.PRINTABLE_STRING;
        if (first && form != standard) {
            block.fault(
                    "form",
                    "%s is written as %s (GM/T 0015-2012, 5.2.4.2)."
                            .formatted(ProfileWords.of(oid), ProfileWords.of(standard)));
        }
    }

    private static void checkForm(Block block, IdentifierSource source, IdentifierForm form) {
        boolean choice = form == IdentifierForm.IDENTIFY_CODE;
        if (choice != (source == IdentifierSource.IDENTITY)) {
            block.fault(
                    "form",
                    "An identify-code comes from identity, which is a document with its kind, and"
                            + " nothing else is written so.");
        }
        if (source == IdentifierSource.MILITARY_OFFICER_CARD
                && form == IdentifierForm.PRINTABLE_STRING) {
            block.fault(
                    "form",
                    "The number of an officer's card begins with a Chinese character: it is a"
                            + " utf8-string.");
        }
    }

    private static void checkSubject(Block block, IdentifierSource source, SubjectKind serves) {
        boolean person =
                serves == SubjectKind.NATURAL_PERSON || serves == SubjectKind.ORGANISATION_PERSON;
        if (source.isPersonal() && !person) {
            block.fault(
                    "from",
                    "Only a person has an identity document, and this profile serves %s."
                            .formatted(ProfileWords.of(serves)));
        }
        if (!source.isPersonal() && serves == SubjectKind.NATURAL_PERSON) {
            block.fault("from", "A natural person has no organisation code.");
        }
    }
}
