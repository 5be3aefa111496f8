package org.yinxin.authority.ceremony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yinxin.authority.ceremony.CeremonyOutcome.Made;
import org.yinxin.authority.ceremony.CeremonyOutcome.Refused;
import org.yinxin.authority.ceremony.Checkpoint.Step;
import org.yinxin.authority.ceremony.MakeAuthority.Description;
import org.yinxin.authority.custodian.CustodianDuty;
import org.yinxin.authority.custodian.TwoCustodians;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.Standing;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.store.journal.JournalEntry;

/**
 * Adds a hierarchy to those that there are, or a further issuing authority below a root that there is: the newest generation of
 * the root that the definition names.
 *
 * <p>Keys come first and are on the disk before anything refers to them; the rest follows in one transaction. Cut off in
 * between, key files are left that nobody refers to.
 *
 * <p>Refuses: an issuing authority that exists; SM2 below another kind of key or the other way round; below a root that there is:
 * another name or kind of key than the definition says, a root that is no root or retired, and an end after the root's;
 * and whatever somebody else has made meanwhile.
 */
public final class AddAuthorities {

    private final CeremonyMeans means;
    private final MakeAuthority make;
    private final Checkpoint checkpoint;

    public AddAuthorities(CeremonyMeans means) {
        this(means, Checkpoint.NONE);
    }

    AddAuthorities(CeremonyMeans means, Checkpoint checkpoint) {
        this.means = means;
        this.make = means.makeAuthority();
        this.checkpoint = checkpoint;
    }

    public CeremonyOutcome add(HierarchyDefinition definition, TwoCustodians by) {
        Instant now = means.clock().instant();
        Optional<CertificationAuthority> existing =
                means.authorities().newest(definition.root().code());
        Optional<Refused> refusal = refusal(definition, existing, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        KeyHandle rootKey =
                existing.map(CertificationAuthority::key).orElseGet(() -> key(definition.root()));
        KeyHandle issuingKey = key(definition.issuing());
        checkpoint.reached(Step.KEYS_MADE);
        CertificationAuthority root =
                existing.orElseGet(
                        () ->
                                make.root(
                                        Description.of(definition.root(), definition.policy(), now),
                                        rootKey));
        CertificationAuthority issuing =
                make.issuing(
                        Description.of(definition.issuing(), definition.policy(), now),
                        issuingKey,
                        root);
        checkpoint.reached(Step.CERTIFICATES_SIGNED);
        List<CertificationAuthority> made = new ArrayList<>();
        if (existing.isEmpty()) {
            made.add(root);
        }
        made.add(issuing);
        return Objects.requireNonNull(
                means.transaction().execute(_ -> store(definition, existing, root, made, now, by)));
    }

    private KeyHandle key(HierarchyDefinition.Level level) {
        return make.key(level.code(), level.algorithm());
    }

    private Optional<Refused> refusal(
            HierarchyDefinition definition,
            Optional<CertificationAuthority> existing,
            Instant now) {
        HierarchyDefinition.Level issuing = definition.issuing();
        if (means.authorities().find(issuing.code()).isPresent()) {
            return refuse("there is an authority %s already".formatted(issuing.code()));
        }
        if (definition.root().algorithm().isChinese() != issuing.algorithm().isChinese()) {
            return refuse("SM2 and other keys are not mixed in one chain");
        }
        if (existing.isEmpty()) {
            return Optional.empty();
        }
        CertificationAuthority root = existing.get();
        KeyAlgorithm algorithm = PublicKeys.algorithmOf(root.verificationKey());
        if (root.servesSubscribers()) {
            return refuse("%s is no root".formatted(root.code()));
        }
        if (!root.name().equals(definition.root().name().toX500Name())
                || algorithm != definition.root().algorithm()) {
            return refuse(
                    "there is a root %s already, which is %s with a key of %s; the definition says otherwise"
                            .formatted(root.code(), root.name(), algorithm));
        }
        if (means.authorities().standing(root) instanceof Standing.Retired) {
            return refuse("the root %s is retired".formatted(root.code()));
        }
        return Description.end(issuing, now).isAfter(root.certificate().tbs().notAfter())
                ? refuse(
                        "the root %s ends before %s would, on %s: roll it over first, or let %2$s last for fewer years"
                                .formatted(
                                        root.code(),
                                        issuing.code(),
                                        root.certificate().tbs().notAfter()))
                : Optional.empty();
    }

    private CeremonyOutcome store(
            HierarchyDefinition definition,
            Optional<CertificationAuthority> existing,
            CertificationAuthority root,
            List<CertificationAuthority> made,
            Instant now,
            TwoCustodians by) {
        means.authorities().lockTable();
        if (!means.authorities().newest(definition.root().code()).equals(existing)) {
            return new Refused(
                    "somebody else has made or rolled over the root %s meanwhile; begin again"
                            .formatted(definition.root().code()));
        }
        // It may have been retired, or its place taken, while the keys were made.
        Optional<Refused> refusal = refusal(definition, existing, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        for (CertificationAuthority each : made) {
            means.authorities().insert(each, now);
            means.register().insertAuthority(root.code(), each.certificate(), now);
        }
        checkpoint.reached(Step.AUTHORITIES_WRITTEN);
        CertificationAuthority issuing = made.getLast();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("root", root.code().value());
        details.put("root-key", root.key().value());
        details.put("issuing-key", issuing.key().value());
        details.put("serial", issuing.certificate().tbs().serial().hex());
        details.put("new-root", Boolean.toString(existing.isEmpty()));
        means.journal()
                .record(
                        new JournalEntry(
                                now,
                                by.actor(CustodianDuty.AUTHORITIES),
                                "hierarchy.created",
                                "authority:" + issuing.code(),
                                details));
        checkpoint.reached(Step.JOURNAL_WRITTEN);
        return new Made(made);
    }

    private static Optional<Refused> refuse(String sentence) {
        return Optional.of(new Refused(sentence));
    }
}
