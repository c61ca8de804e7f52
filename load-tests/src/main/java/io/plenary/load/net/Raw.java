package io.plenary.load.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One request as it is written down, from an address of this machine. Blocking. */
public final class Raw {
  private static final int WITHIN_MS = 10_000;

  private Raw() {}

  /**
   * @param from a source address, such as 127.0.0.9
   * @param headers whole lines, beside those that every request has
   * @return the status
   */
  public static int post(String from, int port, String path, String body, List<String> headers)
      throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WITHIN_MS);
      socket.setSoTimeout(WITHIN_MS);
      StringBuilder request =
          new StringBuilder("POST ")
              .append(path)
              .append(" HTTP/1.1\r\n")
              .append("Host: 127.0.0.1:")
              .append(port)
              .append("\r\n")
              .append("Content-Type: application/json\r\n")
              .append("Content-Length: ")
              .append(body.length())
              .append("\r\n");
      headers.forEach(line -> request.append(line).append("\r\n"));
      if (headers.stream().noneMatch(line -> line.startsWith("Connection:"))) {
        request.append("Connection: close\r\n");
      }
      request.append("\r\n").append(body);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
      String line = line(socket.getInputStream());
      String[] words = line.split(" ");
      if (words.length < 2) throw new IOException("no answer: \"" + line + "\"");
      return Integer.parseInt(words[1]);
    }
  }

  /** Up to the end of the line, without it. */
  static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') line.append((char) c);
    }
    return line.toString();
  }
}
