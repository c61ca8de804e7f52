package io.plenary.redis;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What keeps a connection with TLS from being made, for operators: what is so, and what to do. */
final class TlsTrouble {
  /** What every message of it begins with. */
  static final String BEGINS = "The TLS certificate";

  private static final int DEEPEST = 20;

  private TlsTrouble() {}

  /**
   * @param address where it is connected to
   * @return null when it is something else
   */
  static @Nullable String of(Throwable cause, StoreAddress address) {
    String at = " of Redis at " + address.place();
    if (has(cause, CertificateExpiredException.class::isInstance)) {
      return BEGINS + at + " has expired. Renew it, and look at the clocks of both machines.";
    }
    if (has(cause, CertificateNotYetValidException.class::isInstance)) {
      return BEGINS + at + " is not valid yet. Look at the clocks of both machines.";
    }
    if (has(cause, TlsTrouble::ofAnotherName)) {
      return BEGINS
          + at
          + " is for another name. Let REDIS_URL have a name that stands in the certificate, or"
          + " make one with this name.";
    }
    if (has(cause, TlsTrouble::untrusted)) {
      return BEGINS
          + at
          + " is not trusted by this Java: it was signed by itself, or by an authority of your own."
          + " Put the authority's certificate into a trust store (keytool -importcert -alias redis"
          + " -file ca.pem -keystore trust.p12 -storepass PASSWORD) and start Plenary with java"
          + " -Djavax.net.ssl.trustStore=trust.p12 -Djavax.net.ssl.trustStorePassword=PASSWORD.";
    }
    return cause instanceof SSLException
        ? "No TLS connection to Redis at " + address.place() + " (" + cause.getMessage() + ")"
        : null;
  }

  private static boolean ofAnotherName(Throwable e) {
    String said = String.valueOf(e.getMessage());
    return e instanceof CertificateException
        && (said.startsWith("No name matching") || said.startsWith("No subject alternative"));
  }

  /** The JDK's own exceptions for it are not public. */
  private static boolean untrusted(Throwable e) {
    return e instanceof CertPathValidatorException || e instanceof CertPathBuilderException;
  }

  private static boolean has(Throwable cause, Predicate<Throwable> what) {
    Throwable each = cause;
    for (int deep = 0; each != null && deep < DEEPEST; deep++) {
      if (what.test(each)) return true;
      each = each.getCause();
    }
    return false;
  }
}
