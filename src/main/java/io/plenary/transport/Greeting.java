package io.plenary.transport;

import io.plenary.identity.ParticipantTokens;
import io.plenary.identity.SignIn;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.CloseCode;
import io.plenary.protocol.Role;
import io.plenary.room.service.Attendance;
import io.plenary.room.service.Board;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/** Decides who a hello comes from. */
final class Greeting {
  /** Why a hello is not welcome. */
  static final class NotWelcome extends RuntimeException {
    final transient CloseCode code;

    NotWelcome(CloseCode code) {
      super(code.message(), null, false, false);
      this.code = code;
    }
  }

  private final Board board;
  private final ParticipantTokens tokens;
  private final SignIn signIn;
  private final Attendance attendance;
  private final int maxPhones;

  Greeting(Board board, ParticipantTokens tokens, SignIn signIn, Attendance attendance, int maxPhones) {
    this.board = board;
    this.tokens = tokens;
    this.signIn = signIn;
    this.attendance = attendance;
    this.maxPhones = maxPhones;
  }

  /** Fails with {@link NotWelcome}, or when the store is away. An attendee of a known event costs the store nothing. */
  Future<Session.Identity> identify(Hello hello, String cookie) {
    return board.get(hello.event()).compose(loaded -> {
      if (loaded == null) return refuse(CloseCode.EVENT_GONE);
      String room = room(loaded, hello.room());
      if (room == null) return refuse(CloseCode.REFUSED);
      switch (hello.role()) {
        case ATTENDEE: return attendee(hello, room);
        case STAGE: return link(hello, room, loaded.links().stage());
        case REMOTE: return link(hello, room, loaded.links().remote());
        default: return organiser(hello, room, cookie);
      }
    });
  }

  private Future<Session.Identity> attendee(Hello hello, String room) {
    String participant = tokens.verify(hello.token(), hello.event()).map(ParticipantTokens.Joined::participant).orElse(null);
    if (participant == null) return refuse(CloseCode.REFUSED);
    if (attendance.here(hello.event()) >= maxPhones) return refuse(CloseCode.ROOM_FULL);
    return Future.succeededFuture(new Session.Identity(Role.ATTENDEE, hello.event(), room, participant));
  }

  private static Future<Session.Identity> link(Hello hello, String room, Map<String, String> secrets) {
    String secret = secrets.get(room);
    if (hello.token() == null || secret == null || !same(secret, hello.token())) return refuse(CloseCode.REFUSED);
    return Future.succeededFuture(new Session.Identity(hello.role(), hello.event(), room, null));
  }

  private Future<Session.Identity> organiser(Hello hello, String room, String cookie) {
    if (cookie == null) return refuse(CloseCode.SIGNED_OUT);
    return signIn.who(cookie).compose(account -> account.isEmpty() ? refuse(CloseCode.SIGNED_OUT)
        : Future.succeededFuture(new Session.Identity(Role.ORGANISER, hello.event(), room, null)));
  }

  private static String room(Loaded loaded, String asked) {
    return loaded.state().rooms().stream().map(r -> r.id()).filter(id -> asked == null || asked.equals(id)).findFirst().orElse(null);
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> Future<T> refuse(CloseCode code) {
    return Future.failedFuture(new NotWelcome(code));
  }
}
