package io.plenary.load.fault;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.plenary.load.net.Loops;
import java.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The network of a venue between phones and server. */
public final class FaultProxy implements AutoCloseable {
  /** Hears of connections that go silent. Called on the connection's event loop. */
  public interface Silence {
    Silence NOBODY = new Silence() {};

    /**
     * @param way 0 both ways, 1 from the phone, 2 to the phone
     */
    default void begins(SocketAddress from, int way) {}

    /** The phone gave the connection up; its address may be used again. */
    default void over(SocketAddress from) {}
  }

  private static final int BACKLOG = 4_096;
  private static final long EVERY_MS = 100;

  private final Loops loops;
  private final Faults faults;
  private final int to;
  private final Counts counts = new Counts();
  private final Set<Pipe> pipes = ConcurrentHashMap.newKeySet();
  private final ScheduledFuture<?> timer;
  private final Channel door;
  private volatile boolean calm;
  private volatile Silence silence = Silence.NOBODY;

  /** Listens on {@code port} and passes on to {@code to}, both on loopback. */
  public FaultProxy(Loops loops, int port, int to, Faults faults) {
    this.loops = loops;
    this.to = to;
    this.faults = faults;
    door =
        new ServerBootstrap()
            .group(loops.group())
            .channel(loops.serverChannel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel phone) {
                    phone.pipeline().addLast(new Entrance());
                  }
                })
            .bind("127.0.0.1", port)
            .syncUninterruptibly()
            .channel();
    timer =
        loops.group().scheduleAtFixedRate(this::strike, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  public Counts counts() {
    return counts;
  }

  public void onSilence(Silence listener) {
    silence = listener;
  }

  Silence silence() {
    return silence;
  }

  /** No faults from now on; the latency stays. Lines that are silent stay silent. */
  public void calm() {
    calm = true;
  }

  boolean isCalm() {
    return calm;
  }

  Faults faults() {
    return faults;
  }

  void gone(Pipe pipe) {
    pipes.remove(pipe);
    if (pipe.silent()) silence.over(pipe.from());
  }

  private void strike() {
    if (calm) return;
    ThreadLocalRandom random = ThreadLocalRandom.current();
    double part = EVERY_MS / 1_000.0;
    for (Pipe pipe : pipes) {
      double dice = random.nextDouble();
      if (dice < faults.resetsPerS() * part) pipe.reset();
      else if ((dice -= faults.resetsPerS() * part) < faults.mutePerS() * part) {
        pipe.silence(random.nextInt(3));
      } else if (dice - faults.mutePerS() * part < faults.stallsPerS() * part) {
        pipe.stall(1_000 + random.nextInt(3_000));
      }
    }
  }

  @Override
  public void close() {
    timer.cancel(false);
    door.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
    pipes.forEach(Pipe::reset);
  }

  private final class Entrance extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      Pipe pipe = new Pipe(FaultProxy.this, ctx.channel());
      pipes.add(pipe);
      ctx.pipeline().replace(this, "phone", pipe.phoneSide());
      pipe.connect(loops, to);
    }
  }
}
