package org.yinxin.hall.issuance;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.certificate.LedgerRoom;
import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.People;
import org.yinxin.hall.testing.TestHall;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequests;

/** The rooms of issuance and of the ledger over a fresh database, with fakes of the two doors outside. */
public final class IssuanceRoom implements AutoCloseable {

    static final SecureRandom RANDOM = new SecureRandom();
    public static final CertificateSubject SUBJECT =
            new CertificateSubject(
                    "CN", "内蒙古自治区", "云岭市", "云岭市星河测试科技有限公司", "云岭市星河测试科技有限公司", "91150100MA0T0045X0");

    private static final List<Class<?>> ROOMS =
            List.of(
                    FakeAuthority.class,
                    FakeCustody.class,
                    Issuances.class,
                    IntendIssuance.class,
                    RecordIssuance.class,
                    IssueCertificatePair.class,
                    ConfirmInstallation.class,
                    ReadIssuance.class,
                    Heard.class);

    final TestHall hall;
    public final FakeAuthority authority;
    final FakeCustody custody;
    final KeyPair signing = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);

    public IssuanceRoom() {
        this(List.of());
    }

    /** Together with rooms that go on with what was issued. */
    public IssuanceRoom(List<String> packages, Class<?>... others) {
        hall =
                LedgerRoom.open(
                        packages,
                        Stream.concat(ROOMS.stream(), Stream.of(others)).toArray(Class<?>[]::new));
        authority = hall.get(FakeAuthority.class);
        custody = hall.get(FakeCustody.class);
    }

    /** What was published. */
    static final class Heard {
        final List<CertificatesInstalled> events = new ArrayList<>();

        @EventListener
        void on(CertificatesInstalled event) {
            events.add(event);
        }
    }

    /** Issues a pair for the key of this room, for tests that have to sign with it. */
    public ProducedPair issueOwn() {
        return done(issue(order(UUID.randomUUID())));
    }

    public KeyPair signing() {
        return signing;
    }

    public TestHall hall() {
        return hall;
    }

    static byte[] request(KeyPair pair) {
        return SigningRequests.build(
                new SoftwareSigningKey(pair),
                new SubjectName("CN", null, null, "any", List.of(), "any"));
    }

    IssuanceOrder order(UUID id, String number, byte[] request) {
        return new IssuanceOrder(
                id,
                new CaseNumber(number),
                People.SUBSCRIBER.account(),
                "test-authority",
                SUBJECT,
                1,
                request);
    }

    IssuanceOrder order(UUID id) {
        return order(id, "2611-7K4M-9QTX", request(signing));
    }

    Outcome<ProducedPair> issue(IssuanceOrder order) {
        return hall.get(IssueCertificatePair.class).issue(People.SUBSCRIBER, order);
    }

    /** Issues a pair for some case and holder, for tests of what comes after. */
    public ProducedPair issueFor(String number, AccountId holder, String organisation) {
        KeyPair pair = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
        IssuanceOrder order =
                new IssuanceOrder(
                        UUID.randomUUID(),
                        new CaseNumber(number),
                        holder,
                        "test-authority",
                        new CertificateSubject("CN", null, null, organisation, organisation, null),
                        1,
                        request(pair));
        return done(hall.get(IssueCertificatePair.class).issue(People.PRODUCER, order));
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    static ErrorCode refused(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> throw new AssertionError("done");
            case Outcome.Refused<?>(Refusal refusal) -> refusal.code();
        };
    }

    @Override
    public void close() {
        hall.close();
    }
}
