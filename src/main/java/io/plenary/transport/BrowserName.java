package io.plenary.transport;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What kind of browser it is, in words of ours. Nothing of what it says of itself is kept: that
 * would tell one person's from another's.
 */
final class BrowserName {
  private record Sign(String inHeader, String name) {}

  /** Most browsers also claim to be those further down. */
  private static final List<Sign> FAMILIES =
      List.of(
          new Sign("edg", "Edge"),
          new Sign("opr/", "Opera"),
          new Sign("samsungbrowser", "Samsung Internet"),
          new Sign("firefox/", "Firefox"),
          new Sign("fxios/", "Firefox"),
          new Sign("crios/", "Chrome"),
          new Sign("chrome/", "Chrome"),
          new Sign("safari/", "Safari"));

  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("iphone", "iPhone"),
          new Sign("ipad", "iPad"),
          new Sign("android", "Android"),
          new Sign("windows", "Windows"),
          new Sign("cros", "ChromeOS"),
          new Sign("mac os", "Mac"),
          new Sign("linux", "Linux"));

  private BrowserName() {}

  /** {@code Firefox, Linux} */
  static String of(@Nullable String userAgent) {
    String said = userAgent == null ? "" : userAgent.toLowerCase(Locale.ROOT);
    return first(FAMILIES, said, "Another program") + first(SYSTEMS, said, "");
  }

  private static String first(List<Sign> signs, String said, String otherwise) {
    return signs.stream()
        .filter(sign -> said.contains(sign.inHeader))
        .findFirst()
        .map(sign -> otherwise.isEmpty() ? ", " + sign.name : sign.name)
        .orElse(otherwise);
  }
}
