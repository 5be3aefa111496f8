package org.yinxin.authority.server;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import org.yinxin.authority.status.OcspReply;
import org.yinxin.pki.ocsp.OcspError;
import org.yinxin.pki.ocsp.OcspRequest;

/** Collects a question's body. One that is too long is malformed, and so is told without reading the rest. */
final class QuestionBodies extends HttpObjectAggregator {

    QuestionBodies() {
        super(OcspRequest.MOST_BYTES);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        ChannelFuture sent =
                context.writeAndFlush(
                        HttpAnswers.of(OcspReply.error(OcspError.MALFORMED_REQUEST), false, false));
        sent.addListener(ChannelFutureListener.CLOSE);
    }
}
