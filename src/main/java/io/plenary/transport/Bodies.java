package io.plenary.transport;

import io.plenary.protocol.Codec;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Bodies of requests. Nothing of one is read before it is known who sends it and that they may;
 * none is larger than it need be; all together hold no more than a share of the memory; and none
 * takes for ever. What is not wanted is read and thrown away until its time is over, so that
 * whoever sent it hears why. Of one event loop.
 */
final class Bodies {
  static final int MOST = Codec.MAX_BYTES;

  /** An event file of a hundred polls is far below. */
  static final int FILE_MOST = 2 * 1024 * 1024;

  private final Vertx vertx;
  private final Intake intake;

  Bodies(Vertx vertx, Intake intake) {
    this.vertx = vertx;
    this.intake = intake;
  }

  /** Goes before everything that looks at who asks. */
  void mountFirst(Router router, String filePath) {
    router
        .route()
        .handler(
            ctx -> {
              if (hasBody(ctx.request())) {
                new Arriving(vertx, ctx, ctx.request().path().equals(filePath) ? file() : request())
                    .hold();
              }
              ctx.next();
            });
  }

  /** What is behind it finds a whole body of {@link #MOST} bytes or less. */
  void read(RoutingContext ctx) {
    Arriving arriving = ctx.get(Arriving.class.getName());
    if (arriving == null) ctx.next();
    else arriving.read(false);
  }

  /** The same, but of a larger body so much that its reader sees that it is too large. */
  void readToTheLimit(RoutingContext ctx) {
    Arriving arriving = ctx.get(Arriving.class.getName());
    if (arriving == null) ctx.next();
    else arriving.read(true);
  }

  /** Empty when there was none. */
  static Buffer of(RoutingContext ctx) {
    Buffer body = ctx.get(Buffer.class.getName());
    return body == null ? Buffer.buffer() : body;
  }

  private Arriving.Terms request() {
    return new Arriving.Terms(MOST, "64 KiB", intake.requests(), intake.requestWithinMs());
  }

  private Arriving.Terms file() {
    return new Arriving.Terms(FILE_MOST, "2 MiB", intake.files(), intake.fileWithinMs());
  }

  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        : !length.equals("0");
  }
}
