package org.yinxin.authority.profile.reading;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.yinxin.authority.profile.Addresses;
import org.yinxin.authority.profile.PolicyRule;

/** Reads under which policies certificates are issued, and which addresses they tell. */
final class PolicyReader {

    private static final PolicyRule USUAL = new PolicyRule(true, List.of(), null);

    private PolicyReader() {}

    /**
     * Reads the policies.
     *
     * @param standard whether it is of an edition of the standard, which requires some
     */
    static PolicyRule policies(Block profile, boolean standard) {
        PolicyRule rule =
                profile.optionalBlock("policies").map(PolicyReader::policies).orElse(USUAL);
        if (standard && !rule.areSaid()) {
            profile.fault(
                    "policies",
                    "certificatePolicies is required (GM/T 0015-2012): write \"authority: true\" or"
                            + " name \"others\".");
        }
        if (!rule.areSaid() && rule.cps() != null) {
            profile.fault("policies", "\"cps\" belongs to a policy, and there is none.");
        }
        return rule;
    }

    private static PolicyRule policies(Block block) {
        boolean own = block.flag("authority", true);
        List<ASN1ObjectIdentifier> others = new ArrayList<>();
        if (block.has("others")) {
            for (Block.Item item : block.words("others")) {
                Oids.read(block, item, Map.of())
                        .ifPresent(
                                oid -> {
                                    if (others.contains(oid)) {
                                        block.fault(item.line(), oid + " is listed twice.");
                                    } else {
                                        others.add(oid);
                                    }
                                });
            }
        }
        Optional<String> cps = block.optionalText("cps");
        cps.filter(text -> !isAddress(text))
                .ifPresent(
                        text ->
                                block.fault(
                                        "cps",
                                        "\"cps\" is an address in ASCII such as"
                                                + " http://ca.example.org/cps, not %s."
                                                        .formatted(text)));
        block.end();
        return new PolicyRule(own, others, cps.orElse(null));
    }

    /** The pointer is an IA5String (RFC 5280, 4.2.1.4). */
    private static boolean isAddress(String text) {
        if (!text.matches("[!-~]{1,2000}")) {
            return false;
        }
        try {
            URI uri = new URI(text.replace("{authority}", "x"));
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * Reads the addresses.
     *
     * @param standard whether it is of an edition of the standard, which requires both extensions
     */
    static Addresses addresses(Block profile, boolean standard) {
        boolean crl = profile.flag("crl", true);
        Optional<Block> block = profile.optionalBlock("access");
        boolean ocsp = block.map(access -> access.flag("ocsp", true)).orElse(true);
        boolean issuer = block.map(access -> access.flag("issuer", true)).orElse(true);
        block.ifPresent(Block::end);
        if (standard && !crl) {
            profile.fault(
                    "crl", "CRLDistributionPoints is required (GM/T 0015-2012): write \"true\".");
        }
        if (standard && !ocsp && !issuer) {
            profile.fault(
                    "access",
                    "authorityInfoAccess is required (GM/T 0015-2012): \"ocsp\" or \"issuer\" must"
                            + " be true.");
        }
        if (!crl && !ocsp) {
            profile.fault(
                    "crl",
                    "Nobody could learn of a revocation: \"crl\" or \"ocsp\" of \"access\" must be"
                            + " true.");
        }
        return new Addresses(crl, ocsp, issuer);
    }
}
