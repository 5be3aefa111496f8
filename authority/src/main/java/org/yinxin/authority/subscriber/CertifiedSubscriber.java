package org.yinxin.authority.subscriber;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.SubjectKind;
import org.yinxin.pki.extension.IdentifyCode;

/**
 * Whom a certificate names, by what it says and nothing else: its subject, and the identifiers that its profile writes.
 *
 * @param kind null where no profile of ours tells it, as of a pair of an outside authority
 * @param attributes the subject's, each as type and text; in which type of string they are written does not matter
 * @param organisationCode null where none is said
 */
public record CertifiedSubscriber(
        @Nullable SubjectKind kind,
        X500Name name,
        List<String> attributes,
        @Nullable String organisationCode,
        Set<IdentifyCode> documents) {

    public CertifiedSubscriber {
        attributes = List.copyOf(attributes);
        documents = Set.copyOf(documents);
    }

    /** Whether a code is this one's: that of the organisation, or the number of the person's document. */
    public boolean hasCode(String code) {
        return code.equals(organisationCode)
                || documents.stream().anyMatch(document -> document.number().equals(code));
    }

    /**
     * Whether both are the same subscriber beyond doubt. Organisations are when they have the same code, whatever they are called now;
     * persons are when they have the same document, and the same organisation if they are of one. Where certificates
     * do not say as much, all that they say has to be the same.
     */
    public boolean isSameAs(CertifiedSubscriber other) {
        if (kind != null && other.kind != null && kind != other.kind) {
            return false;
        }
        boolean sameCode = Objects.equals(organisationCode, other.organisationCode);
        boolean oneDocument = !Collections.disjoint(documents, other.documents);
        if (sameCode && oneDocument) {
            return true;
        }
        boolean organisations =
                kind == SubjectKind.ORGANISATION && other.kind == SubjectKind.ORGANISATION;
        if (sameCode && organisationCode != null && organisations) {
            return true;
        }
        return sameCode && documents.equals(other.documents) && attributes.equals(other.attributes);
    }

    /** Without what it says: that is personal. */
    @Override
    public String toString() {
        return "CertifiedSubscriber[" + kind + "]";
    }
}
