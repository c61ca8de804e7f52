package io.plenary.identity;

import org.jspecify.annotations.Nullable;

/**
 * Whose browser asks, as far as signing in wants to know.
 *
 * @param address as the connection, or a trusted proxy, says; counted, never kept
 * @param devices what its device cookie holds; null when it has none
 * @param browser its kind, in words of ours for people
 */
public record Client(String address, @Nullable String devices, String browser) {
  @Override
  public String toString() {
    return "Client[…]";
  }
}
