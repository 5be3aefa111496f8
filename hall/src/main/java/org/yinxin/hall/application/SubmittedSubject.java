package org.yinxin.hall.application;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.SubjectKind;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.Product;
import org.yinxin.hall.catalogue.SubjectRule;
import org.yinxin.hall.catalogue.SubjectRule.Source;
import org.yinxin.hall.issuance.CertificateSubject;
import org.yinxin.pki.key.Sm3;
import tools.jackson.databind.json.JsonMapper;

/**
 * What will stand in the certificate, fixed when it is submitted. The certificate is made from the stored text, byte
 * for byte, and never from the answers again.
 *
 * @param authority the code of the authority that issues
 * @param country C
 * @param province ST, or none
 * @param locality L, or none
 * @param organisation O
 * @param commonName CN
 * @param organisationCode the code extension, or none
 * @param years for how long
 * @param product what kind of certificate; null in what was submitted before that was kept
 */
record SubmittedSubject(
        String authority,
        String country,
        @Nullable String province,
        @Nullable String locality,
        String organisation,
        String commonName,
        @Nullable String organisationCode,
        int years,
        Product.@Nullable Kind product) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Draws it from answers that were found complete. */
    static SubmittedSubject of(Plan plan, BusinessPlan business, Map<String, String> answers) {
        Product product = plan.product(business, answers);
        SubjectRule rule = product.subject();
        return new SubmittedSubject(
                plan.authority(),
                rule.country(),
                text(rule.province(), answers),
                text(rule.locality(), answers),
                rule.organisation().from(answers).orElseThrow(),
                rule.commonName().from(answers).orElseThrow(),
                text(rule.organisationCode(), answers),
                plan.years(business, answers),
                product.kind());
    }

    /**
     * What a case is about that certifies nothing: the subject of the certificate it is about, as far as that is known, and
     * else whoever the form names.
     *
     * @param certified what was submitted for the certificate; null when it is about none
     */
    static SubmittedSubject uncertified(
            Plan plan,
            BusinessPlan business,
            Map<String, String> answers,
            @Nullable SubmittedSubject certified) {
        if (certified != null) {
            return certified;
        }
        Product product = plan.product(business, answers);
        SubjectRule rule = product.subject();
        String named =
                Stream.of(FieldType.ORGANISATION_NAME, FieldType.PERSON_NAME)
                        .flatMap(type -> business.fields().stream().filter(it -> it.type() == type))
                        .flatMap(field -> Stream.ofNullable(answers.get(field.name())))
                        .findFirst()
                        .orElse(business.title().zh());
        return new SubmittedSubject(
                plan.authority(),
                rule.country(),
                null,
                null,
                named,
                named,
                text(rule.organisationCode(), answers),
                plan.years(business, answers),
                product.kind());
    }

    static SubmittedSubject read(String text) {
        return JSON.readValue(text, SubmittedSubject.class);
    }

    /** Whom it names. A person whose certificate tells the code of an organisation is one in that organisation. */
    SubjectKind kind() {
        return switch (product) {
            case null -> SubjectKind.ORGANISATION; // all were ordered so when that was submitted
            case UNIT -> SubjectKind.ORGANISATION;
            case LEGAL_REPRESENTATIVE, MEMBER -> SubjectKind.ORGANISATION_PERSON;
            case PERSON, EXPERT ->
                    organisationCode == null
                            ? SubjectKind.NATURAL_PERSON
                            : SubjectKind.ORGANISATION_PERSON;
        };
    }

    /** As it is ordered. */
    CertificateSubject certified() {
        return new CertificateSubject(
                country, province, locality, organisation, commonName, organisationCode);
    }

    String text() {
        return JSON.writeValueAsString(this);
    }

    /** The digest of a stored text, which the review's evidence names. */
    static String sm3(String text) {
        return HexFormat.of().formatHex(Sm3.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static @Nullable String text(@Nullable Source source, Map<String, String> answers) {
        return source == null ? null : source.from(answers).orElse(null);
    }
}
