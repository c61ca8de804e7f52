package io.plenary.transport;

import io.plenary.hub.Frame;
import io.plenary.hub.Sink;
import io.plenary.protocol.CloseCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * An answer that does not end, as the hub sees it: an event stream (WHATWG HTML, 9.2) with one
 * event per message.
 */
final class StreamSink implements Sink {
  /**
   * Proxies and virus scanners hold back the first few hundred bytes or more; a comment of this
   * size gets through them.
   */
  private static final String PADDING = ":" + " ".repeat(2_048) + "\n\n";

  private static final String BEAT = ":\n\n";
  private final HttpServerRequest request;
  private final HttpServerResponse response;

  StreamSink(HttpServerRequest request) {
    this.request = request;
    this.response = request.response();
  }

  /**
   * @param secret by which the other side names this stream when it sends
   */
  void open(String secret) {
    response
        .setChunked(true)
        .putHeader("content-type", "text/event-stream")
        .putHeader("cache-control", "no-cache, no-store, no-transform")
        .putHeader("x-accel-buffering", "no");
    response.write(PADDING + "event: open\ndata: " + secret + "\n\n");
  }

  /** Keeps proxies from thinking that nothing will come any more. */
  void beat() {
    if (live() && !full()) response.write(BEAT);
  }

  @Override
  public void write(Frame frame) {
    if (!live()) return;
    response.write(
        frame.slot() == null ? event(frame) : frame.packed(Buffer.class, StreamSink::event));
  }

  /** JSON text holds no line ends. */
  private static Buffer event(Frame frame) {
    return Buffer.buffer(frame.utf8().length + 8)
        .appendString("data: ")
        .appendBytes(frame.utf8())
        .appendString("\n\n");
  }

  @Override
  public boolean full() {
    return response.writeQueueFull();
  }

  @Override
  public void close(CloseCode code) {
    if (!live()) return;
    if (full()) {
      ForceClose.off(request); // a goodbye would wait behind what a stuck reader does not read
    } else {
      write(GoodbyeMessage.to(code));
      response.end();
    }
  }

  private boolean live() {
    return !response.ended() && !response.closed();
  }
}
