package org.yinxin.authority.web;

import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.authority.hierarchy.Standing;
import org.yinxin.authority.profile.PublicAddresses;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.extension.KeyIdentifiers;

/**
 * Says in text what relying parties have to find: a paragraph for each authority, a word and a value in each line. A line is repeated
 * where there are several; new words may come.
 */
final class AuthorityDirectory {

    /** Where the certification practice statement is; nothing is said about it if left out. */
    static final String PRACTICE_STATEMENT = "yinxin.authority.practice-statement";

    private final CertificationAuthorities authorities;
    private final CrossCertificates crossCertificates;
    private final PublicAddresses addresses;
    private final @Nullable URI practiceStatement;

    AuthorityDirectory(
            CertificationAuthorities authorities,
            CrossCertificates crossCertificates,
            PublicAddresses addresses,
            @Nullable URI practiceStatement) {
        this.authorities = authorities;
        this.crossCertificates = crossCertificates;
        this.addresses = addresses;
        this.practiceStatement = practiceStatement;
    }

    String text() {
        return authorities.all().stream().map(this::paragraph).collect(Collectors.joining("\n"));
    }

    private String paragraph(CertificationAuthority authority) {
        AuthorityCode code = authority.code();
        AuthorityCode parent = authority.parent();
        TbsCertificate tbs = authority.certificate().tbs();
        StringBuilder text = new StringBuilder();
        line(text, "authority", code.value());
        line(text, "name", authority.name().toString());
        line(text, "state", state(authority));
        line(text, "certified-by", parent == null ? code.value() : parent.value());
        line(text, "valid-from", tbs.notBefore().toString());
        line(text, "valid-until", tbs.notAfter().toString());
        line(
                text,
                "key-identifier",
                HexFormat.of().formatHex(KeyIdentifiers.of(authority.publicKey())));
        line(text, "policy", authority.policy().getId());
        if (practiceStatement != null) {
            line(text, "practice-statement", practiceStatement.toString());
        }
        line(text, "certificate", addresses.certificate(code));
        crossCertificates
                .of(code)
                .forEach(
                        each ->
                                line(
                                        text,
                                        "cross-certificate",
                                        addresses.certificate(code, each.issuer())));
        line(text, "revocation-list", addresses.crl(code));
        line(text, "status-service", addresses.ocsp(code));
        return text.toString();
    }

    private String state(CertificationAuthority authority) {
        return switch (authorities.standing(authority)) {
            case Standing.Issuing() -> "issuing";
            case Standing.Superseded(AuthorityCode newest) -> "superseded by " + newest;
            case Standing.Retired(Instant at, _) -> "retired " + at;
        };
    }

    private static void line(StringBuilder text, String word, String value) {
        text.append(word).append(' ').append(value).append('\n');
    }
}
