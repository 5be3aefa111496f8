package org.yinxin.app.custody;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.yinxin.app.commandline.CustodyCommand.Act;
import org.yinxin.custody.GuardedRelease;
import org.yinxin.custody.JudicialExport;
import org.yinxin.custody.JudicialOrder;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.key.Sm3;

/** A key for an authority that demands it. */
record ExportWayOut(JudicialExport guarded, Clock clock) implements WayOut {

    @Override
    public Act act() {
        return Act.EXPORT;
    }

    @Override
    public String label() {
        return "judicial-export";
    }

    @Override
    public Optional<Objection> objection(GuardedRelease request) {
        return recipient(request).flatMap(this::objection);
    }

    /** A certificate of somebody else's authority: its dates are all that can be looked at here. */
    Optional<Objection> objection(SignedCertificate recipient) {
        Instant now = clock.instant();
        TbsCertificate tbs = recipient.tbs();
        return now.isBefore(tbs.notBefore()) || now.isAfter(tbs.notAfter())
                ? Optional.of(
                        new Objection(
                                "CERTIFICATE_NOT_VALID",
                                "the recipient's certificate is valid from %s only: have the authority send one that is valid now, and ask with it"
                                        .formatted(InWords.validity(tbs))))
                : Optional.empty();
    }

    @Override
    public Optional<SignedCertificate> recipient(GuardedRelease request) {
        return Optional.ofNullable(request.recipientCertificate());
    }

    @Override
    public List<String> portrait(GuardedRelease request) {
        List<String> lines = new ArrayList<>();
        recipient(request).ifPresent(certificate -> lines.addAll(portrait(certificate)));
        if (request.ground() instanceof JudicialOrder(String authority, String document)) {
            lines.add("demanded by " + InWords.plain(authority));
            lines.add("document " + InWords.plain(document));
        }
        return lines;
    }

    static List<String> portrait(SignedCertificate certificate) {
        TbsCertificate tbs = certificate.tbs();
        return List.of(
                "recipient " + InWords.plain(tbs.subject().toString()),
                "recipient's certificate by "
                        + InWords.plain(tbs.issuer().toString())
                        + "  "
                        + InWords.validity(tbs),
                "SM3 fingerprint " + HexFormat.of().formatHex(Sm3.digest(certificate.encoded())));
    }
}
