package io.plenary.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Over an event stream and POST. The first message opens the stream. */
final class StreamPeer extends Peer {
  /** The server did not open a stream. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int status;

    Refused(int status) {
      super("HTTP " + status);
      this.status = status;
    }
  }

  private final HttpClient http;
  private final URI base;
  private final String origin;
  private HttpResponse<InputStream> stream;
  private final CompletableFuture<String> secret = new CompletableFuture<>();
  private long seq;

  StreamPeer(HttpClient http, URI base, String origin) {
    this.http = http;
    this.base = base;
    this.origin = origin;
  }

  @Override
  void send(String text) {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  void sendNoText() {
    send(new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}'});
  }

  private void send(byte[] body) {
    if (stream == null) open(body);
    else assertEquals(204, post(++seq, body));
  }

  /** The status of the answer. */
  int post(long number, byte[] body) {
    return post(base, number, body);
  }

  /** The same at a server of many. */
  int post(URI at, long number, byte[] body) {
    HttpRequest.Builder request =
        request("/api/v1/stream/message", body)
            .uri(at.resolve("/api/v1/stream/message"))
            .header("plenary-seq", "" + number)
            .header("plenary-stream", secret());
    return answer(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private void open(byte[] hello) {
    stream = answer(request("/api/v1/stream", hello), HttpResponse.BodyHandlers.ofInputStream());
    if (stream.statusCode() != 200) throw new Refused(stream.statusCode());
    Thread reader = new Thread(this::read, "stream");
    reader.setDaemon(true);
    reader.start();
  }

  String secret() {
    return secret.join();
  }

  HttpResponse<InputStream> head() {
    return stream;
  }

  private HttpRequest.Builder request(String path, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("content-type", "application/json")
            .header("accept-encoding", "br, gzip, deflate")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return origin == null ? request : request.header("Origin", origin);
  }

  private <T> HttpResponse<T> answer(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> reader) {
    try {
      return http.send(request.build(), reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      String event = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) event = line.substring(7);
        else if (line.isEmpty()) event = "";
        else if (line.startsWith("data: ") && event.equals("open")) {
          secret.complete(line.substring(6));
        } else if (line.startsWith("data: ")) {
          hear(line.substring(6));
        } else if (!line.startsWith(":")) {
          throw new AssertionError("not an event stream: " + line);
        }
      }
    } catch (IOException e) {
      // torn: that is an end as well
    }
    end();
  }

  @Override
  void leave() {
    try {
      stream.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
