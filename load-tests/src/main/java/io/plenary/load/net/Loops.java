package io.plenary.load.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** The swarm's event loops and sockets, native where there is epoll. */
public final class Loops implements AutoCloseable {
  private static final int CONNECT_MS = 10_000;

  /**
   * Ports per source address are finite, and one address for a whole hall is what per-address
   * limits would wrongly punish.
   */
  private static final int PER_SOURCE = 2_500;

  private final boolean epoll = Epoll.isAvailable();
  private final MultiThreadIoEventLoopGroup group;
  private final boolean manySources = System.getProperty("os.name").equals("Linux");

  public Loops(int threads) {
    IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    group = new MultiThreadIoEventLoopGroup(threads, io);
  }

  public boolean epoll() {
    return epoll;
  }

  public MultiThreadIoEventLoopGroup group() {
    return group;
  }

  public EventLoop next() {
    return group.next();
  }

  public Class<? extends ServerSocketChannel> serverChannel() {
    return epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
  }

  public Class<? extends SocketChannel> channel() {
    return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
  }

  /**
   * @param number of the client; decides its source address, 127.0.0.2 and on
   */
  public WsLine connect(EventLoop loop, int port, int number, WsLine.End end) {
    WsLine line = new WsLine(end);
    open(loop, port, number, line, line::failed);
    return line;
  }

  /**
   * Where WebSockets are blocked. On the event loop. @param number of the client; decides its
   * source address
   */
  public StreamLine stream(
      EventLoop loop, int port, int number, Repeats repeats, StreamLine.End end) {
    StreamLine line = new StreamLine(this, loop, port, number, repeats, end);
    open(loop, port, number, line, line::gone);
    return line;
  }

  void open(EventLoop loop, int port, int number, ChannelHandler handler, Runnable failed) {
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(channel())
            .handler(handler)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MS);
    if (epoll) bootstrap.option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
    InetSocketAddress to = new InetSocketAddress("127.0.0.1", port);
    InetSocketAddress from =
        manySources ? new InetSocketAddress("127.0.0." + (2 + number / PER_SOURCE), 0) : null;
    bootstrap
        .connect(to, from)
        .addListener(
            done -> {
              if (!done.isSuccess()) failed.run();
            });
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 3, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
  }
}
