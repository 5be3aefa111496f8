package org.yinxin.authority.server;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Base64;
import java.util.Optional;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.server.AnswerTogether.Asked;

/**
 * One connection. {@code POST /ocsp/{authority}} with the question as its body, {@code GET /ocsp/{authority}/{question}} with
 * it in Base64, which may itself contain slashes.
 */
final class StatusExchange extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final String ROOM = "/ocsp/";

    private final WaitingQuestions.OfThisThread waiting;

    StatusExchange(WaitingQuestions.OfThisThread waiting) {
        this.waiting = waiting;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        WaitingQuestions line = waiting.get();
        if (request.decoderResult().isFailure()) {
            line.add(context, HttpResponseStatus.BAD_REQUEST, false);
            return;
        }
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        boolean isGet = request.method().equals(HttpMethod.GET);
        if (!isGet && !request.method().equals(HttpMethod.POST)) {
            line.add(context, HttpResponseStatus.METHOD_NOT_ALLOWED, keepAlive);
            return;
        }
        asked(request, isGet)
                .ifPresentOrElse(
                        asked -> line.add(context, asked, isGet, keepAlive),
                        () -> line.add(context, HttpResponseStatus.NOT_FOUND, keepAlive));
    }

    private static Optional<Asked> asked(FullHttpRequest request, boolean isGet) {
        String path = request.uri();
        if (!path.startsWith(ROOM)) {
            return Optional.empty();
        }
        int slash = path.indexOf('/', ROOM.length());
        if (isGet != (slash >= 0)) {
            return Optional.empty();
        }
        Optional<AuthorityCode> code =
                AuthorityCode.read(
                        path.substring(ROOM.length(), slash < 0 ? path.length() : slash));
        return code.map(
                authority ->
                        new Asked(
                                authority,
                                isGet
                                        ? decode(path.substring(slash + 1))
                                        : ByteBufUtil.getBytes(request.content())));
    }

    // What is not Base64 is a malformed question like any other.
    private static byte[] decode(String text) {
        try {
            // A plus that came as such is one: this is no form.
            String plain =
                    text.indexOf('%') < 0
                            ? text
                            : QueryStringDecoder.decodeComponent(text.replace("+", "%2B"));
            return Base64.getDecoder().decode(plain);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Whatever befalls a connection ends it and nothing else: most often the other side is gone. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        ChannelFuture _ = context.close();
    }
}
