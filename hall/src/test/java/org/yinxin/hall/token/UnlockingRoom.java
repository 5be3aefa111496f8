package org.yinxin.hall.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.yinxin.hall.testing.Outcomes.done;

import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.access.AccessRoom;
import org.yinxin.hall.account.AccountRoom;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.issuance.IssuanceRoom;
import org.yinxin.hall.issuance.ProducedPair;
import org.yinxin.hall.notification.Mail;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.notification.ShortMessage;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.subscriber.LostCases;
import org.yinxin.hall.testing.People;
import org.yinxin.hall.web.WebSettings;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.Sm3;

/** An unlocking with everything below it; the token is played by what its file would hold. */
final class UnlockingRoom implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    static final CaseNumber CASE = new CaseNumber("2611-0000-0007");
    static final Actor.Subscriber STRANGER =
            new Actor.Subscriber(new AccountId(new UUID(9, 9)), "199****0009");
    static final String TOKEN = "k1abc";

    final IssuanceRoom room =
            new IssuanceRoom(
                    List.of("access", "account", "token"),
                    AccountRoom.Confirmation.class,
                    AccessRoom.LIMITS,
                    Told.class,
                    Heard.class,
                    Former.class,
                    Unlockings.class,
                    UnlockLinks.class,
                    Web.class,
                    UnlockKeys.class,
                    ReadUnlockKeys.class,
                    OpenUnlocking.class,
                    GrantUnlocking.class,
                    AnswerToken.class,
                    ListUnlockings.class,
                    RefuseUnlocking.class,
                    ConfirmUnlocking.class);
    final GrantUnlocking grant = use(GrantUnlocking.class);
    final ProducedPair pair = room.issueOwn();
    final byte[] share = octets();
    final KeyPair reply = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);

    /** Somebody who may not act for the organisation any more, once said. */
    static final class Former implements LostCases {
        @Nullable AccountId account;

        @Override
        public boolean lost(AccountId asked, CaseNumber number) {
            return asked.equals(account);
        }
    }

    static final class Web {
        @Bean
        WebSettings webSettings() {
            return new WebSettings(true, "http://127.0.0.1:1", "https://hall.example");
        }
    }

    /** Remembers the messages. */
    static final class Told implements Notify {
        final List<ShortMessage> messages = new ArrayList<>();
        final List<Mail> letters = new ArrayList<>();

        @Override
        public void sms(ShortMessage message) {
            messages.add(message);
        }

        @Override
        public void mail(Mail letter) {
            letters.add(letter);
        }

        @Override
        public void inbox(
                AccountId to, String template, @Nullable String link, String... arguments) {
            throw new UnsupportedOperationException();
        }
    }

    static final class Heard {
        final List<TokenUnlocked> events = new ArrayList<>();
        final List<String> refused = new ArrayList<>();

        @EventListener
        void on(TokenUnlocked event) {
            events.add(event);
        }

        @EventListener
        void on(UnlockRefused event) {
            refused.add(event.words());
        }
    }

    @Override
    public void close() {
        room.close();
    }

    <T> T use(Class<T> type) {
        return room.hall().get(type);
    }

    static byte[] octets() {
        byte[] octets = new byte[32];
        RANDOM.nextBytes(octets);
        return octets;
    }

    void open(UnlockMode... modes) {
        open(Set.of(), modes);
    }

    void open(Set<OperatorId> receivedBy, UnlockMode... modes) {
        new TransactionTemplate(use(PlatformTransactionManager.class))
                .executeWithoutResult(
                        _ ->
                                use(OpenUnlocking.class)
                                        .open(
                                                People.SUBSCRIBER,
                                                CASE,
                                                pair.id(),
                                                People.SUBSCRIBER.account(),
                                                Set.of(modes),
                                                "19900000001",
                                                "agent@yunling.example",
                                                receivedBy));
    }

    TokenQuestion question(byte[] nonce, String told, byte[] certificate) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        plain.writeBytes(share);
        plain.write(told.length());
        plain.writeBytes(told.getBytes(UTF_8));
        plain.writeBytes(Sm3.digest(certificate));
        try {
            return new TokenQuestion(
                    TOKEN,
                    nonce,
                    PublicKeys.sm2Point(reply.getPublic()),
                    Sm2Encryption.encrypt(
                            PublicKeys.fromSm2Point(use(ReadUnlockKeys.class).read().encryption()),
                            plain.toByteArray(),
                            RANDOM));
        } catch (MalformedKeyException e) {
            throw new AssertionError(e);
        }
    }

    TokenQuestion question() {
        return question(octets(), TOKEN, pair.signCertificate());
    }

    Outcome<TokenGrant> answer(TokenQuestion question) {
        return use(AnswerToken.class).answer(People.SUBSCRIBER, CASE, question);
    }

    void grantByCode() {
        done(grant.sendCode(People.SUBSCRIBER, CASE, Locale.SIMPLIFIED_CHINESE));
        String sent = use(Told.class).messages.getLast().arguments().getFirst();
        done(grant.byCode(People.SUBSCRIBER, CASE, sent));
    }
}
