package org.yinxin.authority.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yinxin.authority.SubjectKind;
import org.yinxin.pki.extension.IdentifyCode;
import org.yinxin.pki.extension.IdentifyCode.Passport;
import org.yinxin.pki.extension.IdentifyCode.ResidentCard;

class CertifiedSubscriberTest {

    private static final SubjectKind PERSON = SubjectKind.ORGANISATION_PERSON;
    private static final IdentifyCode CARD = new ResidentCard("110101199003070011");

    private static CertifiedSubscriber said(
            @Nullable SubjectKind kind, String name, @Nullable String code, IdentifyCode... cards) {
        return new CertifiedSubscriber(
                kind, new X500Name(name), List.of(name), code, Set.of(cards));
    }

    private static void same(CertifiedSubscriber one, CertifiedSubscriber other, boolean same) {
        assertThat(one.isSameAs(other)).isEqualTo(same);
        assertThat(other.isSameAs(one)).isEqualTo(same);
    }

    @Test
    void two_persons_of_one_organisation_are_two() {
        same(said(PERSON, "CN=a", "1"), said(PERSON, "CN=b", "1"), false);
        same(said(PERSON, "CN=a", "1"), said(PERSON, "CN=a", "1"), true);
        same(said(PERSON, "CN=a", "1"), said(PERSON, "CN=a", "2"), false);
    }

    @Test
    void a_person_is_known_by_the_document_under_whatever_name_but_not_of_another_organisation() {
        same(said(PERSON, "CN=a", "1", CARD), said(PERSON, "CN=b", "1", CARD), true);
        same(said(PERSON, "CN=a", "1", CARD), said(PERSON, "CN=a", "2", CARD), false);
        same(
                said(PERSON, "CN=a", "1", CARD),
                said(PERSON, "CN=a", "1", new ResidentCard("110101199003070038")),
                false);
        same(
                said(PERSON, "CN=a", "1", CARD),
                said(PERSON, "CN=a", "1", new Passport(CARD.number())),
                false);
        same(said(PERSON, "CN=a", "1", CARD), said(PERSON, "CN=a", "1"), false);
    }

    @Test
    void an_organisation_is_not_its_person() {
        same(said(SubjectKind.ORGANISATION, "CN=a", "1"), said(PERSON, "CN=a", "1"), false);
    }

    @Test
    void what_no_profile_tells_has_to_be_the_same_in_everything() {
        same(said(null, "CN=a", "1"), said(SubjectKind.ORGANISATION, "CN=a", "1"), true);
        same(said(null, "CN=b", "1"), said(SubjectKind.ORGANISATION, "CN=a", "1"), false);
        same(said(null, "CN=a", null), said(null, "CN=a", null), true);
    }

    @Test
    void has_the_code_of_the_organisation_and_of_the_document() {
        CertifiedSubscriber person = said(PERSON, "CN=a", "1", CARD);
        assertThat(person.hasCode("1")).isTrue();
        assertThat(person.hasCode(CARD.number())).isTrue();
        assertThat(person.hasCode("CN=a")).isFalse();
        assertThat(person.toString()).doesNotContain("1", "CN=a");
    }
}
