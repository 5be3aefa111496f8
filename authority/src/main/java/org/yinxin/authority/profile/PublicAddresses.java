package org.yinxin.authority.profile;

import java.net.URI;
import org.yinxin.authority.AuthorityCode;

/**
 * Where the public finds CRLs, certificates and statuses; these addresses are written into certificates and must
 * work for as long as those are valid.
 *
 * @param base such as {@code http://ca.example.org}; plain HTTP is usual, as what is fetched is signed and a
 *     client could not check the status of a TLS certificate by itself (RFC 5280, 8)
 */
public record PublicAddresses(URI base) {

    public PublicAddresses {
        if (!("http".equals(base.getScheme()) || "https".equals(base.getScheme()))
                || base.getHost() == null
                || base.getQuery() != null
                || base.getFragment() != null) {
            throw new IllegalArgumentException("not a public address: " + base);
        }
    }

    public String crl(AuthorityCode authority) {
        return crl(authority, 0);
    }

    /** Of the list of a shard; 0 for the list of all. */
    public String crl(AuthorityCode authority, int shard) {
        return at(
                shard == 0
                        ? "/crl/" + authority + ".crl"
                        : "/crl/" + authority + "/" + shard + ".crl");
    }

    /** Of the list of changes. It is in full lists and not in certificates, so it can still move. */
    public String delta(AuthorityCode authority, int shard) {
        return at("/crl/" + authority + (shard == 0 ? "" : "/" + shard) + "/delta.crl");
    }

    public String ocsp(AuthorityCode authority) {
        return at("/ocsp/" + authority);
    }

    public String certificate(AuthorityCode authority) {
        return at("/ca/" + authority + ".cer");
    }

    /** Of the key of one generation, certified by another. */
    public String certificate(AuthorityCode authority, AuthorityCode issuer) {
        return at("/ca/" + authority + "/certified-by/" + issuer + ".cer");
    }

    private String at(String path) {
        String address = base.toString();
        return (address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
                + path;
    }
}
