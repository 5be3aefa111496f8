package org.yinxin.authority.hierarchy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;

/** The table of authorities. What never changes is read once and kept; unknown codes are asked for each time. */
public final class CertificationAuthorities {

    private final JdbcClient jdbc;
    private final Map<AuthorityCode, CertificationAuthority> known = new ConcurrentHashMap<>();
    private final Map<AuthorityCode, AuthorityCode> newestSeen = new ConcurrentHashMap<>();

    public CertificationAuthorities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<CertificationAuthority> find(AuthorityCode code) {
        CertificationAuthority kept = known.get(code);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<CertificationAuthority> found =
                jdbc.sql(
                                """
                                SELECT code, line, generation, parent, certificate, key_handle, policy,
                                       extract(epoch FROM crl_lifetime)::bigint AS crl_seconds
                                FROM certification_authority WHERE code = :code
                                """)
                        .param("code", code.value())
                        .query(CertificationAuthorities::read)
                        .optional();
        found.ifPresent(authority -> known.put(code, authority));
        return found;
    }

    /**
     * The newest generation of the line that an authority belongs to: this is the one that certifies. Asked for each time, because
     * another process may have rolled it over.
     */
    public Optional<CertificationAuthority> newest(AuthorityCode code) {
        return find(code).map(found -> find(head(found).code()).orElseThrow());
    }

    /**
     * The newest generation as this process has last seen it, which costs no question. Whoever uses it asks for {@link #standing} before
     * anything is done in its name, and when that says superseded, asks here once more.
     */
    public Optional<CertificationAuthority> newestSeen(AuthorityCode code) {
        Optional<CertificationAuthority> found = find(code);
        AuthorityCode seen = found.map(each -> newestSeen.get(each.line())).orElse(null);
        return seen == null ? newest(code) : find(seen);
    }

    /** Whether it certifies now. */
    public Standing standing(CertificationAuthority authority) {
        Head head = head(authority);
        if (!head.code().equals(authority.code())) {
            return new Standing.Superseded(head.code());
        }
        return head.retired() == null ? new Standing.Issuing() : head.retired();
    }

    private record Head(AuthorityCode code, Standing.@Nullable Retired retired) {}

    private Head head(CertificationAuthority authority) {
        Head head =
                jdbc.sql(
                                """
                        SELECT code, retired_at, retired_for FROM certification_authority
                        WHERE line = :line ORDER BY generation DESC LIMIT 1
                        """)
                        .param("line", authority.line().value())
                        .query((row, _) -> head(row))
                        .single();
        newestSeen.put(authority.line(), head.code());
        return head;
    }

    private static Head head(ResultSet row) throws SQLException {
        OffsetDateTime retired = row.getObject("retired_at", OffsetDateTime.class);
        return new Head(
                new AuthorityCode(row.getString("code")),
                retired == null
                        ? null
                        : new Standing.Retired(retired.toInstant(), row.getString("retired_for")));
    }

    /** Writes down that it certifies no more; a trigger keeps that. */
    public void retire(AuthorityCode code, String reason, Instant now) {
        jdbc.sql(
                        """
                        UPDATE certification_authority SET retired_at = :now, retired_for = :reason
                        WHERE code = :code
                        """)
                .param("code", code.value())
                .param("reason", reason)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /** All of them, the oldest first. */
    public List<CertificationAuthority> all() {
        return jdbc
                .sql("SELECT code FROM certification_authority ORDER BY created_at, code")
                .query((row, _) -> new AuthorityCode(row.getString("code")))
                .list()
                .stream()
                .map(code -> find(code).orElseThrow())
                .toList();
    }

    /** The certificates from this authority's own up to the root's, in DER. */
    public List<byte[]> chain(CertificationAuthority authority) {
        return path(authority).stream().map(link -> link.certificate().encoded()).toList();
    }

    /** The authority, the one above it, and so on to the root. */
    public List<CertificationAuthority> path(CertificationAuthority authority) {
        List<CertificationAuthority> path = new ArrayList<>();
        @Nullable CertificationAuthority link = authority;
        while (link != null) {
            path.add(link);
            AuthorityCode parent = link.parent();
            link = parent == null ? null : find(parent).orElseThrow();
        }
        return path;
    }

    /** Lets one ceremony at a time look and write; readers go on. */
    public void lockTable() {
        jdbc.sql("LOCK TABLE certification_authority IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** Lets one node at a time certify what belongs to an authority, until the transaction ends; readers go on. */
    public void lock(AuthorityCode code) {
        jdbc.sql("SELECT code FROM certification_authority WHERE code = :code FOR NO KEY UPDATE")
                .param("code", code.value())
                .query(String.class)
                .single();
    }

    public void insert(CertificationAuthority authority, Instant now) {
        AuthorityCode parent = authority.parent();
        jdbc.sql(
                        """
                        INSERT INTO certification_authority
                            (code, line, generation, parent, certificate, key_handle, policy,
                             crl_lifetime, created_at)
                        VALUES (:code, :line, :generation, :parent, :certificate, :key, :policy,
                                make_interval(secs => :crlSeconds), :now)
                        """)
                .param("code", authority.code().value())
                .param("line", authority.line().value())
                .param("generation", authority.generation().number())
                .param("parent", parent == null ? null : parent.value())
                .param("certificate", authority.certificate().encoded())
                .param("key", authority.key().value())
                .param("policy", authority.policy().getId())
                .param("crlSeconds", authority.crlLifetime().toSeconds())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    private static CertificationAuthority read(ResultSet row, int number) throws SQLException {
        String parent = row.getString("parent");
        try {
            return new CertificationAuthority(
                    new AuthorityCode(row.getString("code")),
                    new Generation(
                            new AuthorityCode(row.getString("line")), row.getInt("generation")),
                    parent == null ? null : new AuthorityCode(parent),
                    SignedCertificate.parse(row.getBytes("certificate")),
                    new KeyHandle(row.getString("key_handle")),
                    new ASN1ObjectIdentifier(row.getString("policy")),
                    Duration.ofSeconds(row.getLong("crl_seconds")));
        } catch (MalformedDerException e) {
            throw new IllegalStateException("the stored certificate of an authority is damaged", e);
        }
    }
}
