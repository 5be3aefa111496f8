package org.yinxin.authority.outside;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.RevocationOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.outside.AskChange.Reply;
import org.yinxin.authority.outside.AskChange.Wish;
import org.yinxin.authority.outside.OutsideCertificates.Stored;
import org.yinxin.pki.certificate.SerialNumber;

/** Has an outside authority revoke one certificate. Refuses what was never issued and what is revoked. */
final class RevokeOutside {

    private final OutsideLines lines;
    private final Book book;
    private final AskChange askChange;

    RevokeOutside(OutsideLines lines, Book book, AskChange askChange) {
        this.lines = lines;
        this.book = book;
        this.askChange = askChange;
    }

    /**
     * Revokes it.
     *
     * @throws OutsideUnreachableException when the authority does not answer, or says no
     */
    RevocationOutcome revoke(
            AuthorityCode authority, SerialNumber serial, RevocationReason reason) {
        return switch (book.statuses().find(authority, serial)) {
            case CertificateStatus.Unknown() -> new RevocationOutcome.NeverIssued();
            case CertificateStatus.Revoked(Instant at, RevocationReason first) ->
                    new RevocationOutcome.AlreadyRevoked(at, first);
            case CertificateStatus.Held(Instant since) -> ask(authority, serial, reason, since);
            case CertificateStatus.Good() ->
                    ask(authority, serial, reason, book.now().truncatedTo(ChronoUnit.SECONDS));
        };
    }

    private RevocationOutcome ask(
            AuthorityCode authority, SerialNumber serial, RevocationReason reason, Instant at) {
        Stored stored = book.certificates().find(authority, serial).orElseThrow();
        return switch (askChange.ask(open(authority), stored, Wish.REVOKE, reason.code())) {
            case Reply.Changed _, Reply.RevokedAlready _ -> {
                book.write(
                        now -> {
                            book.statuses().revoke(authority, serial, reason, at);
                            book.tell(
                                    now,
                                    "certificate.revoked",
                                    "certificate:" + authority + "/" + serial,
                                    Map.of("reason", reason.name()));
                            return true;
                        });
                yield new RevocationOutcome.Revoked(at);
            }
            case Reply.Denied(String words) ->
                    throw new OutsideUnreachableException(
                            "the outside authority " + authority + " says: " + words);
            case Reply.NoAnswer(String why) ->
                    throw new OutsideUnreachableException(
                            "the outside authority " + authority + " did not answer: " + why);
        };
    }

    private OutsideLine open(AuthorityCode authority) {
        if (lines.settings(authority).isEmpty()) {
            throw new OutsideUnreachableException(
                    "the outside authority " + authority + " is not set up any more");
        }
        try {
            return lines.open(authority);
        } catch (KeyStoreUnavailableException e) {
            throw new OutsideUnreachableException(e);
        }
    }
}
