package io.plenary.transport;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.identity.Grant;
import io.plenary.identity.ParticipantTokens;
import io.plenary.identity.SignIn;
import io.plenary.identity.Staff;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.CloseCode;
import io.plenary.words.Role;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides who a hello comes from. */
final class HelloAuthenticator {
  private static final Grant ATTENDEE = Grant.everywhere(Role.ATTENDEE);

  /** Why a hello is not welcome. */
  static final class NotWelcome extends RuntimeException {
    final transient CloseCode code;

    NotWelcome(CloseCode code) {
      super(code.message(), null, false, false);
      this.code = code;
    }
  }

  private final EventCache board;
  private final ParticipantTokens tokens;
  private final SignIn signIn;
  private final Staff staff;

  HelloAuthenticator(EventCache board, ParticipantTokens tokens, SignIn signIn, Staff staff) {
    this.board = board;
    this.tokens = tokens;
    this.signIn = signIn;
    this.staff = staff;
  }

  /**
   * Fails with {@link NotWelcome}, or when the store is away. An attendee of a known event costs
   * the store nothing.
   */
  Future<Session.Identity> identify(Hello hello, @Nullable String cookie) {
    return board
        .get(hello.event())
        .compose(
            loaded -> {
              if (loaded == null) return refuse(CloseCode.EVENT_GONE);
              if (hello.role() == Role.ORGANISER) return staff(hello, loaded, cookie);
              String room = room(loaded, hello.room(), id -> true);
              if (room == null) {
                return refuse(
                    hello.role() == Role.ATTENDEE ? CloseCode.ROOM_GONE : CloseCode.REFUSED);
              }
              return switch (hello.role()) {
                case ATTENDEE -> attendee(hello, room);
                case STAGE -> link(hello, room, loaded.links().stage());
                default -> link(hello, room, loaded.links().remote());
              };
            });
  }

  private Future<Session.Identity> attendee(Hello hello, String room) {
    String participant =
        tokens
            .verify(hello.token(), hello.event())
            .map(ParticipantTokens.Joined::participant)
            .orElse(null);
    if (participant == null) return refuse(CloseCode.REFUSED);
    return Future.succeededFuture(
        new Session.Identity(ATTENDEE, hello.event(), room, participant, null, null));
  }

  private static Future<Session.Identity> link(
      Hello hello, String room, Map<String, String> secrets) {
    String secret = secrets.get(room);
    if (hello.token() == null || secret == null || !same(secret, hello.token())) {
      return refuse(CloseCode.REFUSED);
    }
    Grant grant = Grant.in(hello.role(), room);
    return Future.succeededFuture(
        new Session.Identity(grant, hello.event(), room, null, null, null));
  }

  private Future<Session.Identity> staff(Hello hello, LoadedEvent loaded, @Nullable String cookie) {
    if (cookie == null) return refuse(CloseCode.SIGNED_OUT);
    return signIn
        .who(cookie)
        .compose(
            account ->
                account.isEmpty()
                    ? refuse(CloseCode.SIGNED_OUT)
                    : staff
                        .grant(hello.event(), account.get().id())
                        .compose(
                            grant -> {
                              String room =
                                  grant
                                      .map(g -> room(loaded, hello.room(), g::covers))
                                      .orElse(null);
                              return room == null
                                  ? refuse(CloseCode.NOT_STAFF)
                                  : Future.succeededFuture(
                                      new Session.Identity(
                                          grant.get(),
                                          hello.event(),
                                          room,
                                          null,
                                          account.get().id(),
                                          account.get().name()));
                            }));
  }

  /** The room asked for, or the first one that may be entered; null when there is none. */
  private static @Nullable String room(
      LoadedEvent loaded, @Nullable String asked, Predicate<String> mayEnter) {
    return loaded.state().rooms().stream()
        .map(r -> r.id())
        .filter(id -> asked == null || asked.equals(id))
        .filter(mayEnter)
        .findFirst()
        .orElse(null);
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> Future<T> refuse(CloseCode code) {
    return Future.failedFuture(new NotWelcome(code));
  }
}
