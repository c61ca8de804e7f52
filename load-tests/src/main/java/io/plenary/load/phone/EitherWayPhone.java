package io.plenary.load.phone;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.plenary.load.net.Line;
import io.plenary.load.net.Repeats;
import io.plenary.load.net.StreamLine;
import io.plenary.load.net.WsLine;
import java.util.concurrent.TimeUnit;

/**
 * A phone that goes over to an event stream where WebSockets do not get through; when, is the
 * page's rule (web/src/protocol/transports.ts).
 */
public final class EitherWayPhone extends PlenaryPhone implements StreamLine.End {
  private static final long SILENT_MS = 4_000;
  private static final int FAILURES = 2;

  /** Every so many streams a WebSocket is tried again. */
  private static final int AGAIN_EVERY = 4;

  private static final int LOST = 1006;

  private final Repeats repeats;
  private boolean streamWorked;
  private boolean socketWorked;
  private boolean heard;
  private int failures;
  private int streams;

  public EitherWayPhone(int number, Crowd crowd, EventLoop loop, Hall hall, Repeats repeats) {
    super(number, crowd, loop, hall);
    this.repeats = repeats;
  }

  @Override
  protected void connect() {
    heard = false;
    boolean again = ++streams % AGAIN_EVERY == 0;
    if (streamWorked && !again) stream();
    else super.connect();
  }

  private void stream() {
    line = crowd.loops().stream(loop, door(), number, repeats, this);
  }

  @Override
  protected void upgrade(WsLine l) {
    super.upgrade(l);
    loop.schedule(
        () -> {
          if (l == line && !heard) socketFailed(l, true);
        },
        SILENT_MS,
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void response(WsLine l, int status, String body) {
    if (known()) socketFailed(l, false);
    else super.response(l, status, body);
  }

  private void socketFailed(Line l, boolean silent) {
    failures++;
    if (streamWorked || !silent && !socketWorked || failures >= FAILURES) stream();
    else super.lost(l, LOST);
    l.close();
  }

  @Override
  public void refused(StreamLine l, int status) {
    crowd.odd("stream: HTTP " + status);
  }

  @Override
  public void text(ByteBuf buf, int at, int length) {
    if (!heard) {
      heard = true;
      failures = 0;
      streamWorked = line instanceof StreamLine;
      socketWorked = !streamWorked;
      if (socketWorked) streams = 0;
    }
    super.text(buf, at, length);
  }

  @Override
  public void lost(Line l, int code) {
    if (l == line && !heard && code != Crowd.HUNG_UP && known()) {
      if (l instanceof WsLine) {
        socketFailed(l, false);
        return;
      }
      streams = AGAIN_EVERY - 1;
    }
    super.lost(l, code);
  }
}
