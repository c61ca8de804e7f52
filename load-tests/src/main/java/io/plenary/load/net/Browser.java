package io.plenary.load.net;

/** The header lines that Chrome on a phone sends, and what a proxy in front of the server adds. */
public final class Browser {
  private static final String ALWAYS =
      "User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/142.0.0.0 Mobile Safari/537.36\r\n"
          + "Accept-Encoding: gzip, deflate, br, zstd\r\n"
          + "Accept-Language: en-GB,en-US;q=0.9,en;q=0.8,de;q=0.7\r\n"
          + "X-Forwarded-Proto: http\r\n";

  private Browser() {}

  /** Of the request for a WebSocket, beside those every one has. */
  public static String upgrade(int port, int number) {
    return common(port, number)
        + "Pragma: no-cache\r\n"
        + "Cache-Control: no-cache\r\n"
        + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";
  }

  /** Of a POST that a page sends. */
  public static String post(int port, int number) {
    return common(port, number)
        + "Accept: */*\r\n"
        + "Referer: http://127.0.0.1:"
        + port
        + "/\r\n"
        + "sec-ch-ua: \"Chromium\";v=\"142\", \"Google Chrome\";v=\"142\","
        + " \"Not_A Brand\";v=\"99\"\r\n"
        + "sec-ch-ua-mobile: ?1\r\n"
        + "sec-ch-ua-platform: \"Android\"\r\n"
        + "Sec-Fetch-Site: same-origin\r\n"
        + "Sec-Fetch-Mode: cors\r\n"
        + "Sec-Fetch-Dest: empty\r\n";
  }

  /** Everybody comes from an address of their own. */
  private static String common(int port, int number) {
    String from = "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    return ALWAYS
        + "Origin: http://127.0.0.1:"
        + port
        + "\r\nX-Forwarded-For: "
        + from
        + "\r\nX-Real-IP: "
        + from
        + "\r\n";
  }
}
