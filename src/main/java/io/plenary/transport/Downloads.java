package io.plenary.transport;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;

/** Sends files about an event to be saved. */
public final class Downloads {
  public enum Type {
    CSV("text/csv; charset=utf-8"),
    JSON("application/json; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String content;

    Type(String content) {
      this.content = content;
    }

    String ending() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  interface Content {
    /**
     * @return what writes the file of what was gathered: thousands of answers take a while, so it
     *     runs where it holds nobody up
     */
    Future<Callable<byte[]>> of(LoadedEvent loaded);
  }

  private final EventCache board;

  Downloads(EventCache board) {
    this.board = board;
  }

  /**
   * @param what stands in the file's name, after the event's code: names of events may hold
   *     anything
   */
  void send(RoutingContext ctx, String what, Type type, Content content) {
    board
        .get(ctx.pathParam("event"))
        .compose(
            loaded ->
                loaded == null
                    ? Future.<byte[]>failedFuture(HttpError.of(404, ErrorCode.UNKNOWN_EVENT))
                    : content
                        .of(loaded)
                        .compose(writing -> ctx.vertx().executeBlocking(writing, false))
                        .onSuccess(bytes -> download(ctx, loaded, what, type, bytes)))
        .onFailure(e -> Http.fail(ctx, e));
  }

  private static void download(
      RoutingContext ctx, LoadedEvent loaded, String what, Type type, byte[] bytes) {
    String name = "plenary-" + loaded.state().event().code() + "-" + what + "." + type.ending();
    ctx.response()
        .putHeader("content-type", type.content)
        .putHeader("content-disposition", "attachment; filename=\"" + name + "\"")
        .putHeader("cache-control", "no-store")
        .end(Buffer.buffer(bytes));
  }
}
