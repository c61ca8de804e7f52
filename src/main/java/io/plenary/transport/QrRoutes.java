package io.plenary.transport;

import io.nayuki.qrcodegen.QrCode;
import io.plenary.activity.service.JoinAddress;
import io.plenary.identity.JoinCode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * QR codes of join addresses as SVG: dark on white with the quiet zone of ISO/IEC 18004 (four
 * modules), whatever is around it.
 */
final class QrRoutes {
  private static final int QUIET = 4;
  private final JoinAddress address;

  QrRoutes(JoinAddress address) {
    this.address = address;
  }

  void mount(Router router) {
    router.getWithRegex("/qr/(?<code>[A-Za-z0-9]{1,16})\\.svg").handler(this::svg);
  }

  private void svg(RoutingContext ctx) {
    String code = JoinCode.read(ctx.pathParam("code")).orElse(null);
    if (code == null) {
      ctx.response().setStatusCode(404).end();
      return;
    }
    ctx.response()
        .putHeader("content-type", "image/svg+xml")
        .putHeader("cache-control", "public, max-age=3600")
        .end(draw(QrCode.encodeText(address.url(code), QrCode.Ecc.MEDIUM)));
  }

  static String draw(QrCode qr) {
    int size = qr.size + 2 * QUIET;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < qr.size; y++) {
      for (int x = 0; x < qr.size; x++) {
        if (qr.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + size
        + " "
        + size
        + "\" shape-rendering=\"crispEdges\">"
        + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\""
        + path
        + "\" fill=\"#000\"/></svg>";
  }
}
