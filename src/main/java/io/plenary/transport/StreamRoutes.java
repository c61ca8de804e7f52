package io.plenary.transport;

import io.plenary.identity.StreamSecrets;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The way for networks that block WebSockets, of one event loop: the answer to a POST of hello is
 * an event stream that does not end, and every further message is a POST that names the stream.
 * PROTOCOL.md, "Without WebSockets".
 */
final class StreamRoutes {
  private final Reception reception;
  private final Streams streams;
  private final StreamSecrets secrets;
  private final Forwarding forwarding;
  private final long beatMs;

  /**
   * @param beatMs pause between two comments that keep the stream open, milliseconds
   */
  StreamRoutes(
      Reception reception,
      Streams streams,
      StreamSecrets secrets,
      Forwarding forwarding,
      long beatMs) {
    this.reception = reception;
    this.streams = streams;
    this.secrets = secrets;
    this.forwarding = forwarding;
    this.beatMs = beatMs;
  }

  /**
   * What is too large for a message ends the stream as it ends a WebSocket, so it is not refused
   * before.
   */
  void mount(Router router, Bodies bodies) {
    router.post("/api/v1/stream").handler(bodies::readToTheLimit).handler(this::open);
    router.post("/api/v1/stream/message").handler(bodies::readToTheLimit).handler(this::message);
  }

  private void open(RoutingContext ctx) {
    HttpServerResponse response = ctx.response();
    String secret = secrets.fresh();
    StreamSink sink = new StreamSink(ctx.request());
    Conversation conversation =
        reception.begin(sink, ctx.request().headers(), ctx.request().remoteAddress());
    streams.add(secret, new Streams.Incoming(conversation, reception.seat().context()));
    Watch.Entry beat = beat(reception.watch(), beatMs, sink::beat);
    reception.watch().in(beatMs, beat);
    Runnable ended =
        () -> {
          reception.watch().off(beat);
          streams.remove(secret);
          conversation.ended();
        };
    response.closeHandler(v -> ended.run());
    response.endHandler(v -> ended.run());
    response.exceptionHandler(e -> ended.run());
    response.drainHandler(v -> conversation.drained());
    sink.open(secret);
    conversation.received(Bodies.of(ctx).getBytes());
  }

  /** Again and again until it is taken off the watch. */
  static Watch.Entry beat(Watch watch, long ms, Runnable send) {
    return new Watch.Entry() {
      @Override
      void due() {
        watch.in(ms, this); // before, as what is written may find the connection broken
        send.run();
      }
    };
  }

  private void message(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    String secret = request.getHeader("plenary-stream");
    if (secret == null) {
      throw HttpError.field(
          "plenary-stream", "The header plenary-stream is missing. It names the stream.");
    }
    long seq = seq(request);
    byte[] message = Bodies.of(ctx).getBytes();
    secrets
        .elsewhere(secret)
        .map(node -> forwarding.take(node, secret, seq, message))
        .orElseGet(() -> streams.take(secret, seq, message))
        .onSuccess(v -> Http.empty(ctx))
        .onFailure(e -> Http.fail(ctx, e));
  }

  private static long seq(HttpServerRequest request) {
    try {
      long seq = Long.parseLong(String.valueOf(request.getHeader("plenary-seq")));
      if (seq > 0) return seq;
    } catch (NumberFormatException e) {
      // said below
    }
    throw HttpError.field(
        "plenary-seq", "The header plenary-seq is missing or not a whole number from 1.");
  }
}
