package io.plenary.identity;

import io.vertx.core.Future;
import java.util.Optional;

/** Port: by what people reach the server, for commands that print links into it. */
public interface AddressStore {
  Future<Void> note(String base);

  Future<Optional<String>> noted();
}
