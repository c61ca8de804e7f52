package io.plenary.activity.service;

import io.plenary.protocol.Wire;
import java.net.URI;

/**
 * Where people join.
 *
 * @param base the server's public address, without a slash at the end
 */
public record JoinAddress(String base) {
  public Wire.JoinInfo of(String code) {
    return new Wire.JoinInfo(code, host(), url(code), "/qr/" + code + ".svg");
  }

  public String url(String code) {
    return base + "/j/" + code;
  }

  /** As people type it: no scheme, no default port. */
  public String host() {
    return URI.create(base).getAuthority();
  }
}
