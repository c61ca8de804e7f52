package io.plenary.identity;

/**
 * @param sessionId for the cookie of the session
 * @param devices for the cookie of the device
 */
public record SignedIn(String sessionId, String devices, Account account) {
  @Override
  public String toString() {
    return "SignedIn[" + account + "]";
  }
}
