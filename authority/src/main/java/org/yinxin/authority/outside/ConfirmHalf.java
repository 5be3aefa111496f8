package org.yinxin.authority.outside;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.yinxin.authority.outside.Book.Held;
import org.yinxin.authority.outside.GetHalf.Getting;
import org.yinxin.authority.outside.OutsideTransactions.State;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.key.BouncyCastle;

/**
 * Tells the authority that we took a certificate, or do not want it (certConf). A certificate whose confirmation is not
 * answered is not used: the authority may revoke what it takes for unconfirmed.
 */
final class ConfirmHalf {

    private final Book book;
    private final CloseAttempt closeAttempt;
    private final Checkpoint checkpoint;

    ConfirmHalf(Book book, CloseAttempt closeAttempt, Checkpoint checkpoint) {
        this.book = book;
        this.closeAttempt = closeAttempt;
        this.checkpoint = checkpoint;
    }

    Getting confirm(
            OutsideLine line,
            Held held,
            Half half,
            Question request,
            Heard.Believed heard,
            Told.Brought brought) {
        Optional<byte[]> hash = hash(brought.certificate());
        if (hash.isEmpty()) {
            return failed(
                    line,
                    held,
                    request,
                    "its certificate is signed in a way whose hash nobody knows here",
                    new byte[0]);
        }
        Question question =
                line.next(
                        request.transaction(),
                        heard.nonce(),
                        Questions.confirm(hash.get(), brought.number()));
        if (!book.writeHeld(
                held,
                book.now().plus(line.settings().limits().oneQuestion()),
                now ->
                        book.transactions()
                                .message(question.transaction(), true, question.message(), now))) {
            return GetHalf.takenOver();
        }
        Heard answer = line.ask(question);
        checkpoint.reached(Step.confirmationAnswered(half));
        return switch (answer) {
            case Heard.NotSent(String why) -> failed(line, held, request, why, new byte[0]);
            case Heard.InDoubt(String why, byte[] message) ->
                    failed(line, held, request, why, message);
            case Heard.Believed believed ->
                    switch (ReadAnswer.read(believed.body())) {
                        case Told.Confirmed _ -> confirmed(line, held, request, believed);
                        case Told.Denied(String words, boolean _) ->
                                failed(
                                        line,
                                        held,
                                        request,
                                        "it says: " + words,
                                        believed.message());
                        case Told.Brought _, Told.Later _, Told.Changed _, Told.Odd _ ->
                                failed(
                                        line,
                                        held,
                                        request,
                                        "it answered something else",
                                        believed.message());
                    };
        };
    }

    private Getting confirmed(
            OutsideLine line, Held held, Question request, Heard.Believed believed) {
        boolean stillHeld =
                book.writeHeld(
                        held,
                        book.now().plus(line.settings().limits().oneQuestion()),
                        now -> {
                            book.transactions()
                                    .message(request.transaction(), false, believed.message(), now);
                            book.transactions()
                                    .become(request.transaction(), State.CONFIRMED, null, now);
                        });
        return stillHeld ? new Getting.Got() : GetHalf.takenOver();
    }

    /** The attempt ends, and the certificate is to be revoked. */
    private Getting failed(
            OutsideLine line, Held held, Question request, String why, byte[] message) {
        String because = "the confirmation failed: " + why;
        book.writeHeld(
                held,
                book.now().plus(line.settings().limits().oneQuestion()),
                now -> {
                    book.transactions().message(request.transaction(), false, message, now);
                    closeAttempt.cutOff(
                            book.orders().lock(held.order()).orElseThrow(), because, now);
                });
        return GetHalf.unreachable(line, because);
    }

    /** Says no; what is answered changes nothing, as the certificate is revoked anyway if it is ours. */
    void decline(
            OutsideLine line,
            Question request,
            Heard.Believed heard,
            Told.Brought brought,
            String why) {
        Optional<byte[]> hash = hash(brought.certificate());
        if (hash.isEmpty()) {
            return;
        }
        Question question =
                line.next(
                        request.transaction(),
                        heard.nonce(),
                        Questions.decline(hash.get(), brought.number(), why));
        book.write(
                now -> {
                    book.transactions()
                            .message(question.transaction(), true, question.message(), now);
                    return true;
                });
        if (line.ask(question) instanceof Heard.Believed believed) {
            book.write(
                    now -> {
                        book.transactions()
                                .message(question.transaction(), false, believed.message(), now);
                        return true;
                    });
        }
    }

    /** By the hash of the certificate's own signature (RFC 9810, 5.3.18). */
    private static Optional<byte[]> hash(SignedCertificate certificate) {
        AlgorithmIdentifier digest =
                new DefaultDigestAlgorithmIdentifierFinder()
                        .find(certificate.tbs().structure().getSignature());
        if (digest == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    MessageDigest.getInstance(digest.getAlgorithm().getId(), BouncyCastle.PROVIDER)
                            .digest(certificate.encoded()));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
