package net.bpsolutions.sending.verifier.examination;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.EOFException;
import java.util.Optional;
import org.xbill.DNS.Message;

/** Listens on one socket for the one reply. */
final class Ear extends ChannelInboundHandlerAdapter {

    private final Query query;
    private final UniEmitter<? super Message> emitter;

    Ear(Query query, UniEmitter<? super Message> emitter) {
        this.query = query;
        this.emitter = emitter;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object heard) {
        try {
            reply(heard).ifPresent(emitter::complete);
        } finally {
            ReferenceCountUtil.release(heard);
        }
    }

    private Optional<Message> reply(Object heard) {
        return heard instanceof DatagramPacket datagram
                ? query.replyIn(ByteBufUtil.getBytes(datagram.content()))
                : query.replyInStream(ByteBufUtil.getBytes((ByteBuf) heard));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        emitter.fail(new EOFException("closed before the reply was there"));
    }

    /** A port that nobody listens at, a connection that is reset, a length that cannot be. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        emitter.fail(cause);
    }
}
