package org.yinxin.hall.revocation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.yinxin.hall.access.AccessRoom;
import org.yinxin.hall.account.AccountRoom;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.issuance.IssuanceRoom;
import org.yinxin.hall.issuance.ProducedPair;
import org.yinxin.hall.notification.Mail;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.notification.ShortMessage;
import org.yinxin.hall.testing.People;

/** The rooms of revocation with issued certificates to be ended; what a commit sets off waits for the job. */
final class EndingRoom implements AutoCloseable {

    final IssuanceRoom issuance;
    final Told told;
    final Heard heard;

    EndingRoom(Class<?>... more) {
        issuance =
                new IssuanceRoom(
                        List.of("access", "account", "revocation"),
                        Stream.concat(
                                        Stream.of(
                                                AccountRoom.ACCOUNTS,
                                                AccountRoom.Confirmation.class,
                                                AccessRoom.LIMITS,
                                                OwnPair.class,
                                                SendLossCode.class,
                                                ReportLoss.class,
                                                ReadEndings.class,
                                                EndingRequests.class,
                                                RequestEnding.class,
                                                DecideEnding.class,
                                                ReadEndingRequest.class,
                                                Endings.class,
                                                NoteEnding.class,
                                                CarryOutEndings.class,
                                                Dispatch.class,
                                                EndCertificate.class,
                                                Beans.class,
                                                Told.class,
                                                Heard.class),
                                        Stream.of(more))
                                .toArray(Class<?>[]::new));
        told = use(Told.class);
        heard = use(Heard.class);
        AccountRoom.open(issuance.hall(), People.SUBSCRIBER.account(), "19900000001");
    }

    <T> T use(Class<T> type) {
        return issuance.hall().get(type);
    }

    ProducedPair pair() {
        return issuance.issueFor("2611-7K4M-9QTX", People.SUBSCRIBER.account(), "云岭市星河测试科技有限公司");
    }

    void job() {
        use(CarryOutEndings.class).run();
    }

    @Override
    public void close() {
        issuance.close();
    }

    /** Remembers what was told, if its transaction came to an end. */
    static final class Told implements Notify {
        final List<String> all = new CopyOnWriteArrayList<>();
        final List<ShortMessage> messages = new CopyOnWriteArrayList<>();

        @Override
        public void sms(ShortMessage message) {
            messages.add(message);
            all.add(message.to().value() + " " + message.template());
        }

        @Override
        public void mail(Mail letter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void inbox(
                AccountId to, String template, @Nullable String link, String... arguments) {
            all.add(template);
        }
    }

    static final class Heard {
        final List<Ending> endings = new CopyOnWriteArrayList<>();

        @EventListener
        void on(CertificateEnded event) {
            endings.add(event.ending());
        }
    }

    static class Beans {
        @Bean
        ExecutorService certificateEndings() {
            return new Nobody();
        }
    }

    /** Does nothing of what it is given, like a node that dies right after the commit. */
    private static final class Nobody extends AbstractExecutorService {
        private boolean closed;

        @Override
        public void execute(Runnable command) {}

        @Override
        public void shutdown() {
            closed = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            closed = true;
            return new ArrayList<>();
        }

        @Override
        public boolean isShutdown() {
            return closed;
        }

        @Override
        public boolean isTerminated() {
            return closed;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
