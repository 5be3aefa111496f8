package org.yinxin.authority.server;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.authority.server.AnswerTogether.Asked;
import org.yinxin.authority.status.OcspReply;

/**
 * What one thread has read and not answered yet. The thread answers when it has read from all connections that had something
 * to read. Whoever asks for something else waits in the same line, because answers keep the order of their requests.
 */
final class WaitingQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingQuestions.class);

    /** Each thread has its own. */
    static final class OfThisThread extends FastThreadLocal<WaitingQuestions> {

        private final AnswerTogether answers;

        OfThisThread(AnswerTogether answers) {
            this.answers = answers;
        }

        @Override
        protected WaitingQuestions initialValue() {
            return new WaitingQuestions(answers);
        }
    }

    /**
     * One request.
     *
     * @param asked null where the answer is the status alone
     * @param cacheableMethod whether it came by a method whose answers caches keep
     */
    private record Waiting(
            ChannelHandlerContext from,
            @Nullable Asked asked,
            HttpResponseStatus status,
            boolean cacheableMethod,
            boolean keepAlive) {}

    private final AnswerTogether answers;
    private List<Waiting> line = new ArrayList<>();

    private WaitingQuestions(AnswerTogether answers) {
        this.answers = answers;
    }

    void add(ChannelHandlerContext from, Asked asked, boolean cacheableMethod, boolean keepAlive) {
        add(new Waiting(from, asked, HttpResponseStatus.OK, cacheableMethod, keepAlive));
    }

    void add(ChannelHandlerContext from, HttpResponseStatus status, boolean keepAlive) {
        add(new Waiting(from, null, status, false, keepAlive));
    }

    private void add(Waiting waiting) {
        line.add(waiting);
        if (line.size() == 1) {
            waiting.from().executor().execute(this::answerAll);
        }
    }

    private void answerAll() {
        List<Waiting> all = line;
        line = new ArrayList<>();
        List<Asked> questions = new ArrayList<>(all.size());
        for (Waiting each : all) {
            if (each.asked() != null) {
                questions.add(each.asked());
            }
        }
        List<Optional<OcspReply>> replies;
        try {
            replies = answers.answer(questions);
        } catch (RuntimeException e) {
            LOG.error("questions could not be answered", e);
            all.forEach(
                    each ->
                            send(
                                    each,
                                    HttpAnswers.of(
                                            HttpResponseStatus.INTERNAL_SERVER_ERROR,
                                            each.keepAlive())));
            return;
        }
        int next = 0;
        for (Waiting each : all) {
            send(
                    each,
                    each.asked() == null
                            ? HttpAnswers.of(each.status(), each.keepAlive())
                            : answer(each, replies.get(next++)));
        }
    }

    private static FullHttpResponse answer(Waiting one, Optional<OcspReply> reply) {
        return reply.map(
                        it ->
                                HttpAnswers.of(
                                        it,
                                        one.cacheableMethod() && it.cacheable(),
                                        one.keepAlive()))
                .orElseGet(() -> HttpAnswers.of(HttpResponseStatus.NOT_FOUND, one.keepAlive()));
    }

    private static void send(Waiting to, FullHttpResponse answer) {
        if (to.keepAlive()) {
            ChannelFuture _ = to.from().writeAndFlush(answer, to.from().voidPromise());
        } else {
            ChannelFuture sent = to.from().writeAndFlush(answer);
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }
}
