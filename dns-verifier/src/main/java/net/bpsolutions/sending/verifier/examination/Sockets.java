package net.bpsolutions.sending.verifier.examination;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import org.xbill.DNS.Message;

/**
 * One socket for each try, on the event loops: a fresh source port, connected, so that only the server itself is heard, and
 * closed when the try ends. What is not the reply is passed over; the wait for the reply goes on.
 */
final class Sockets {

    /** More than we allow, so that what is too large is seen to be. */
    private static final int RECEIVED = 4096;

    private static final int LONGEST = 65_535 + Short.BYTES;

    /** Sockets open at the same time; further tries wait in line. */
    private static final int MOST = 1000;

    private final EventLoopGroup loops;
    private final Line line = new Line(MOST);

    Sockets(EventLoopGroup loops) {
        this.loops = loops;
    }

    /**
     * One datagram out, and the reply to it.
     *
     * @return fails with {@link NoRoute} when this machine cannot reach the server's network at all
     */
    Uni<Message> overUdp(ServerAddress server, Query query, Duration patience) {
        return exchange(this::datagrams, server, query, patience)
                .onFailure(ConnectFailed.class)
                .transform(NoRoute::new);
    }

    /** The same over a connection; {@code patience} is for all of it, however slowly the reply drips. */
    Uni<Message> overTcp(ServerAddress server, Query query, Duration patience) {
        return exchange(this::stream, server, query, patience);
    }

    private Uni<Message> exchange(Function<Ear, Bootstrap> kind, ServerAddress server, Query query, Duration patience) {
        return line.pass(() -> Uni.createFrom()
                .<Message>emitter(emitter -> open(kind, server, query, emitter))
                .ifNoItem()
                .after(patience)
                .on(loops)
                .fail());
    }

    private static void open(
            Function<Ear, Bootstrap> kind, ServerAddress server, Query query, UniEmitter<? super Message> emitter) {
        ChannelFuture opening = kind.apply(new Ear(query, emitter)).connect(server.socket());
        emitter.onTermination(() -> {
            var _ = opening.channel().close();
        });
        opening.addListener(done -> {
            if (done.isSuccess()) {
                opening.channel()
                        .writeAndFlush(Unpooled.wrappedBuffer(query.wire()))
                        .addListener(sent -> {
                            if (!sent.isSuccess()) {
                                emitter.fail(sent.cause());
                            }
                        });
            } else {
                emitter.fail(new ConnectFailed(done.cause()));
            }
        });
    }

    private Bootstrap datagrams(Ear ear) {
        return new Bootstrap()
                .group(loops)
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(RECEIVED))
                .handler(ear);
    }

    /** Messages have their length before them (RFC 1035 §4.2.2). */
    private Bootstrap stream(Ear ear) {
        return new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new LengthFieldPrepender(Short.BYTES))
                                .addLast(new LengthFieldBasedFrameDecoder(LONGEST, 0, Short.BYTES, 0, Short.BYTES))
                                .addLast(ear);
                    }
                });
    }

    private static final class ConnectFailed extends IOException {
        private static final long serialVersionUID = 1L;

        ConnectFailed(Throwable cause) {
            super(cause);
        }
    }
}
