package io.plenary.load.phone;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.plenary.load.net.Line;
import io.plenary.load.net.WsLine;
import io.plenary.load.wire.Answer;
import java.nio.charset.StandardCharsets;

/** A phone of the hall on Bun: yardsticks/hall.mjs says what goes over its wire. */
public final class BunPhone extends Voter {
  public static final String PATH = "/hall";
  private static final String TOKEN = "\"token\":\"";
  private static final byte[] NUMBER = "\"n\":".getBytes(StandardCharsets.US_ASCII);

  /** Where the type's first letters are: the server writes it first. */
  private static final int TYPE = "{\"type\":\"".length();

  private String token;

  public BunPhone(int number, Crowd crowd, EventLoop loop) {
    super(number, crowd, loop);
  }

  @Override
  public void connected(WsLine l) {
    if (token != null) upgrade(l);
    else l.post("/join", crowd.postHeaders(this), "{}");
  }

  private void upgrade(WsLine l) {
    l.upgrade(PATH, crowd.headers(this));
  }

  @Override
  public void response(WsLine l, int status, String body) {
    int from = body.indexOf(TOKEN) + TOKEN.length();
    if (status != 200 || from < TOKEN.length()) {
      crowd.odd("HTTP " + status);
      l.close();
      return;
    }
    token = body.substring(from, body.indexOf('"', from));
    upgrade(l);
  }

  @Override
  public void opened(Line l) {
    l.send("{\"type\":\"hello\",\"token\":\"" + token + "\"}");
  }

  /** What is published for its size alone is no JSON, and a picture like results and polls. */
  @Override
  public void text(ByteBuf buf, int at, int length) {
    byte type = length > TYPE ? buf.getByte(at + TYPE) : 0;
    if (type == 'c') answered(Answer.number(buf, at, length, NUMBER));
    else if (type == 'r' && buf.getByte(at + TYPE + 2) == 'f') crowd.odd("refused");
    else if (live) crowd.picture(this);
    else arrived();
  }

  @Override
  protected void write(long n) {
    line.send(
        "{\"type\":\"vote\",\"n\":"
            + n
            + ",\"choice\":"
            + SocketIoPhone.CHOICES.of(number, n).get(0)
            + "}");
  }

  @Override
  protected void beat() {}
}
