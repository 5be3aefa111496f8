package org.yinxin.authority.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Listens, and answers on as many threads as are wanted. */
public final class StatusServer implements AutoCloseable {

    // Questions that a client may GET are up to 255 octets (RFC 5019, 5); some send longer ones.
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int LONGEST_HEADERS = 8 * 1024;
    private static final int IDLE_SECONDS = 60;
    private static final int BACKLOG = 1024;

    private final EventLoopGroup loops;
    private final Channel listening;

    private StatusServer(EventLoopGroup loops, Channel listening) {
        this.loops = loops;
        this.listening = listening;
    }

    /**
     * Begins to listen.
     *
     * @param port 0 for any that is free
     * @param threads each needs a connection of its own to the database
     * @throws IllegalStateException when nobody can listen there
     */
    public static StatusServer start(
            String address, int port, int threads, AnswerTogether answers) {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory());
        WaitingQuestions.OfThisThread waiting = new WaitingQuestions.OfThisThread(answers);
        try {
            Channel listening =
                    new ServerBootstrap()
                            .group(loops)
                            .channel(NioServerSocketChannel.class)
                            .option(ChannelOption.SO_BACKLOG, BACKLOG)
                            .childOption(ChannelOption.TCP_NODELAY, true)
                            .childHandler(
                                    new ChannelInitializer<SocketChannel>() {
                                        @Override
                                        protected void initChannel(SocketChannel channel) {
                                            channel.pipeline()
                                                    .addLast(
                                                            new ReadTimeoutHandler(IDLE_SECONDS),
                                                            new HttpServerCodec(
                                                                    new HttpDecoderConfig()
                                                                            .setMaxInitialLineLength(
                                                                                    LONGEST_LINE)
                                                                            .setMaxHeaderSize(
                                                                                    LONGEST_HEADERS)),
                                                            new QuestionBodies(),
                                                            new StatusExchange(waiting));
                                        }
                                    })
                            .bind(address, port)
                            .sync()
                            .channel();
            return new StatusServer(loops, listening);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while beginning to listen", e);
        } catch (RuntimeException e) {
            Future<?> _ = loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw e;
        }
    }

    /** Where it listens. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Answers what has come in, and ends. */
    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
