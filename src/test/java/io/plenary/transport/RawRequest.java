package io.plenary.transport;

import io.plenary.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request that is sent as far as it is told to. Blocking. */
public final class RawRequest implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;

  /**
   * Sends the head of a POST as a page of ours does.
   *
   * @param length of the body, as the head says
   */
  public RawRequest(URI base, String path, long length, String... headers) {
    try {
      socket = new Socket(base.getHost(), base.getPort());
      socket.setSoTimeout((int) Waiting.LIMIT.toMillis());
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      StringBuilder head =
          new StringBuilder(
              "POST "
                  + path
                  + " HTTP/1.1\r\nHost: "
                  + base.getAuthority()
                  + "\r\nOrigin: "
                  + base
                  + "\r\nContent-Type: application/json\r\nContent-Length: "
                  + length
                  + "\r\n");
      for (String header : headers) head.append(header).append("\r\n");
      send(head.append("\r\n").toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * @return whether it went out; not when the server has closed the connection
   */
  public boolean send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Head and body of the answer; waits for it. */
  public String answer() {
    try {
      StringBuilder answer = new StringBuilder();
      int length = 0;
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        answer.append(line.toLowerCase(java.util.Locale.ROOT)).append('\n');
        if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(15).strip());
        }
      }
      for (int i = 0; i < length; i++) answer.append((char) in.read());
      return answer.toString();
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    }
  }

  /** Waits until the server has closed the connection. */
  public void closed() {
    try {
      while (in.read() >= 0) {}
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("still open", e);
    } catch (IOException reset) {
      // closed all the same
    }
  }

  /** The connection ends without a word, as when a phone is switched off. */
  public void abort() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
