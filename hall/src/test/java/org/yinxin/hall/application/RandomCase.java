package org.yinxin.hall.application;

import java.security.KeyPair;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.delivery.HandOver;
import org.yinxin.hall.delivery.TypedHandover;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.ChannelCode;
import org.yinxin.hall.payment.PaymentJobs;
import org.yinxin.hall.payment.ReceiveNotification;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.DecideReview;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.review.Dossier;
import org.yinxin.hall.review.EnterReview;
import org.yinxin.hall.review.ItemReason;
import org.yinxin.hall.review.ReadReview;
import org.yinxin.hall.review.ReviewView;
import org.yinxin.hall.review.Surcharge;
import org.yinxin.hall.review.Verdict;
import org.yinxin.hall.testing.People;
import org.yinxin.pki.envelope.EnvelopeException;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.key.UndecipherableException;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequests;

/** One application and everybody who does something about it, at the right moment or not. Refusals are no faults. */
final class RandomCase {

    private static final List<String> PAPERS = List.of("licence", "seal", "legal-id");

    final CaseNumber number;
    final PlanCode plan;
    private final ApplicationRoom room;
    private final PlayedChannel channel;
    private final Actor.Subscriber who = ApplicationRoom.subscriber();
    private final RandomGenerator random;
    private final KeyPair key;
    private final byte[] request;
    private @Nullable ProductionView made;

    RandomCase(
            ApplicationRoom room,
            PlayedChannel channel,
            PlanCode plan,
            KeyPair key,
            RandomGenerator random) {
        this.room = room;
        this.channel = channel;
        this.plan = plan;
        this.key = key;
        this.random = random;
        this.request =
                SigningRequests.build(
                        new SoftwareSigningKey(key),
                        new SubjectName("CN", null, null, "x", List.of(), "x"));
        this.number =
                ApplicationRoom.done(
                        room.use(OpenApplication.class).open(who, plan, new BusinessCode("NEW")));
    }

    ApplicationView view() {
        return room.view(who, number);
    }

    /** Every number under which the channel was ever asked to collect for this case. */
    List<String> attempts() {
        return room.hall
                .jdbc()
                .sql(
                        """
                        SELECT a.number FROM payment_attempt a JOIN payment_order o ON o.id = a.order_id
                         WHERE o.case_number = :case ORDER BY a.number
                        """)
                .param("case", number.text())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Something happens: now and then what is asked for, else anything. */
    String happen(int stepsOfTen) {
        if (random.nextInt(10) < stepsOfTen) {
            return step();
        }
        int lot = random.nextInt(100);
        if (lot < 12) {
            return saved();
        } else if (lot < 18) {
            accept();
            return "consent";
        } else if (lot < 34) {
            attach(PAPERS.get(random.nextInt(PAPERS.size())));
            return "paper";
        } else if (lot < 36) {
            room.use(RemovePaper.class).remove(who, number, "seal");
            return "paper removed";
        } else if (lot < 46) {
            room.use(SubmitApplication.class).submit(who, number);
            return "submission";
        } else if (lot < 60) {
            return decide();
        } else if (lot < 67) {
            room.use(PayApplication.class).pay(who, number, "wechat");
            return "code to pay";
        } else if (lot < 75) {
            return "paid " + channel.pay(attempts(), random);
        } else if (lot < 81) {
            return notice();
        } else if (lot < 84) {
            PaymentJobs.run(room.hall);
            return "jobs";
        } else if (lot < 90) {
            Duration time =
                    random.nextBoolean()
                            ? Duration.ofDays(2 + random.nextInt(12))
                            : Duration.ofMinutes(random.nextInt(200));
            room.hall.clock().advance(time);
            PaymentJobs.run(room.hall);
            room.use(WatchDeadlines.class).run();
            return "wait " + time;
        } else if (lot < 96) {
            return produced();
        }
        return last();
    }

    /** Does what comes next, properly; so an application that is not stuck comes to its end. */
    void goOn() {
        room.hall.clock().advance(Duration.ofSeconds(1));
        view().gates().stream().filter(RandomCase::waits).forEach(this::pass);
    }

    private String step() {
        room.hall.clock().advance(Duration.ofSeconds(1));
        List<ApplicationView.Gate> waiting =
                view().gates().stream().filter(RandomCase::waits).toList();
        if (waiting.isEmpty()) {
            return "nothing to do";
        }
        ApplicationView.Gate chosen = waiting.get(random.nextInt(waiting.size()));
        pass(chosen);
        return "step at " + chosen.code();
    }

    private static boolean waits(ApplicationView.Gate gate) {
        return gate.standing() == ApplicationView.GateStanding.OPEN
                || gate.standing() == ApplicationView.GateStanding.RETURNED;
    }

    private void pass(ApplicationView.Gate gate) {
        switch (gate.settings()) {
            case GateSettings.Consent _ -> accept();
            case GateSettings.Papers _ -> PAPERS.forEach(this::attach);
            case GateSettings.Submission _ -> room.use(SubmitApplication.class).submit(who, number);
            case GateSettings.Form _ -> fillIn();
            case GateSettings.Review _ -> decide(new Decision.Approve());
            case GateSettings.Payment _ -> pay();
            case GateSettings.Production _ -> {
                produced();
                produced();
            }
            default -> last();
        }
    }

    private void pay() {
        room.use(PayApplication.class).pay(who, number, "wechat");
        channel.pay(attempts(), random);
        tellAll();
        room.hall.clock().advance(Duration.ofHours(3));
        PaymentJobs.run(room.hall);
    }

    /** One after the other, because after a return only some of them may be changed. */
    private void fillIn() {
        answers()
                .forEach(
                        (field, answer) ->
                                room.use(SaveForm.class).save(who, number, Map.of(field, answer)));
    }

    private Map<String, String> answers() {
        return new HashMap<>(ApplicationRoom.answers("91150100MA0T0045X0"));
    }

    private String saved() {
        Map<String, String> answers = answers();
        if (random.nextInt(4) == 0) {
            answers.put("agentEmail", random.nextBoolean() ? "" : "no address");
        }
        if (random.nextInt(4) == 0) {
            answers.put("subjectType", "GOVERNMENT");
        }
        room.use(SaveForm.class).save(who, number, answers);
        return "form";
    }

    private void accept() {
        if (room.use(ReadAgreement.class).read(who, number)
                instanceof Outcome.Done<AgreementView>(AgreementView agreement)) {
            room.use(AcceptAgreement.class)
                    .accept(who, number, agreement.version(), agreement.sm3(), "127.0.0.1");
        }
    }

    private void attach(String paper) {
        room.hall.clock().advance(Duration.ofSeconds(1));
        byte[] picture = Pictures.png(40, 30 + paper.length());
        room.use(AttachPaper.class).attach(who, number, paper, picture);
    }

    private String decide() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> decide(new Decision.Refuse(List.of(new ItemReason("", "other", ""))));
            case 3, 4, 5 -> decide(ApplicationRoom.returned(item()));
            default -> decide(new Decision.Approve());
        };
    }

    private String item() {
        List<String> items = List.of("agentEmail", "address", "licence", "seal");
        return items.get(random.nextInt(items.size()));
    }

    private String decide(Decision decision) {
        room.hall.clock().advance(Duration.ofSeconds(1));
        Optional<ReviewView> read =
                room.use(ReadReview.class).read(People.ENTRY_OFFICER, number)
                                instanceof Outcome.Done<ReviewView>(ReviewView view)
                        ? Optional.of(view)
                        : Optional.empty();
        if (read.isEmpty()) {
            return "nothing to review";
        }
        Dossier dossier = read.get().current().dossier();
        Map<String, Verdict> verdicts = new HashMap<>();
        dossier.sections()
                .forEach(
                        section -> section.items().forEach(i -> verdicts.put(i.key(), Verdict.OK)));
        dossier.papers().forEach(paper -> verdicts.put(paper.key(), Verdict.OK));
        room.use(EnterReview.class).enter(People.ENTRY_OFFICER, number, null, verdicts, "");
        Decision asked =
                decision instanceof Decision.Approve && dossier.surcharge() != null
                        ? new Decision.Approve(new Surcharge(0, 0, Money.yuan("30")))
                        : decision;
        room.use(DecideReview.class).decide(People.APPROVING_OFFICER, number, null, asked);
        return decision.getClass().getSimpleName();
    }

    private String notice() {
        List<String> paid = channel.paid(attempts());
        if (paid.isEmpty()) {
            return "no notice";
        }
        String attempt = paid.get(random.nextInt(paid.size()));
        tell(attempt);
        return "notice of " + attempt;
    }

    /** The channel tells again of everything it knows. */
    void tellAll() {
        attempts().forEach(this::tell);
    }

    private void tell(String attempt) {
        if (channel.paid(List.of(attempt)).isEmpty()) {
            return;
        }
        room.use(ReceiveNotification.class)
                .receive(ChannelCode.WECHAT, PlayedChannel.notification(attempt));
    }

    private String produced() {
        ProductionView pair = made;
        if (pair != null && random.nextInt(3) > 0) {
            byte[] signature = new SoftwareSigningKey(key).sign(pair.toSign());
            room.use(ConfirmProduction.class).confirm(who, number, signature, opened(pair));
            return "proof";
        }
        if (room.use(ProduceCertificates.class).produce(who, number, request)
                instanceof Outcome.Done<ProductionView>(ProductionView view)) {
            made = view;
        }
        return "production";
    }

    private byte[] opened(ProductionView pair) {
        try {
            KeyPair encryption = Sm2EnvelopedKey.parse(pair.envelope()).open(key.getPrivate());
            return Sm2Encryption.decrypt(encryption.getPrivate(), pair.encrypted());
        } catch (EnvelopeException | UndecipherableException e) {
            throw new AssertionError(e);
        }
    }

    private String last() {
        room.use(ConfirmActivation.class).confirm(who, number, new GateCode("BIND"));
        room.use(HandOver.class)
                .handOver(
                        People.PRODUCER,
                        number,
                        new GateCode("DELIVER"),
                        new TypedHandover("PICKUP", "", "", true));
        return "binding, delivery";
    }
}
