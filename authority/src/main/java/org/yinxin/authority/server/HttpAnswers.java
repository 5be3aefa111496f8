package org.yinxin.authority.server;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import org.yinxin.authority.status.OcspReply;

/** Answers as HTTP carries them. */
final class HttpAnswers {

    private static final AsciiString OCSP = AsciiString.cached("application/ocsp-response");
    private static final AsciiString TEXT = AsciiString.cached("text/plain; charset=utf-8");

    // A cache may hold an answer for a moment and no longer: a revocation must be seen at once.
    private static final AsciiString FOR_A_MOMENT =
            AsciiString.cached("max-age=1, public, no-transform, must-revalidate");
    private static final AsciiString NOT_AT_ALL = AsciiString.cached("no-store");

    private static final HttpHeadersFactory OWN_HEADERS =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false);

    private HttpAnswers() {}

    static FullHttpResponse of(OcspReply reply, boolean cacheable, boolean keepAlive) {
        FullHttpResponse answer = answer(HttpResponseStatus.OK, reply.encoded(), OCSP, keepAlive);
        answer.headers().set(HttpHeaderNames.CACHE_CONTROL, cacheable ? FOR_A_MOMENT : NOT_AT_ALL);
        return answer;
    }

    /** A status of HTTP, in its own words. */
    static FullHttpResponse of(HttpResponseStatus status, boolean keepAlive) {
        byte[] words = (status.reasonPhrase() + "\n").getBytes(StandardCharsets.US_ASCII);
        return answer(status, words, TEXT, keepAlive);
    }

    private static FullHttpResponse answer(
            HttpResponseStatus status, byte[] body, AsciiString type, boolean keepAlive) {
        FullHttpResponse answer =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        status,
                        Unpooled.wrappedBuffer(body),
                        OWN_HEADERS,
                        OWN_HEADERS);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, type)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(
                        HttpHeaderNames.CONNECTION,
                        keepAlive ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
        return answer;
    }
}
