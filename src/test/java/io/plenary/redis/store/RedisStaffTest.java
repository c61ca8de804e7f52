package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.identity.Account;
import io.plenary.identity.Grant;
import io.plenary.identity.Invitation;
import io.plenary.identity.InvitationStore;
import io.plenary.identity.InvitationStore.Acceptance;
import io.plenary.identity.StaffStore.Outcome;
import io.plenary.redis.Await;
import io.plenary.words.Role;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisStaffTest extends StoreTest {
  private static final Grant MODERATOR = Grant.everywhere(Role.MODERATOR);
  private static final Grant PRESENTER = new Grant(Role.PRESENTER, Set.of("r1", "r2"));
  private RedisStaffStore staff;
  private RedisInvitationStore invitations;
  private RedisEventStore events;

  @BeforeEach
  void stores() {
    staff = new RedisStaffStore(link, ENTROPY);
    invitations = new RedisInvitationStore(link);
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    assertTrue(Await.result(events.create(event("e1", "AAAAAA"), List.of(room("r1")), List.of())));
  }

  private long version() {
    return Await.result(events.versions("e1")).state();
  }

  /** Owns the server, and makes the offers. */
  private void boss() {
    send(Command.SET, Keys.OWNER, "boss");
  }

  private static Invitation offer(Grant grant, long minutes) {
    return offer(grant, "boss", minutes);
  }

  private static Invitation offer(Grant grant, String by, long minutes) {
    return new Invitation(
        grant, by, Instant.now().plus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS));
  }

  @Test
  void peopleComeChangeAndGoAndTheEventMovesEachTime() {
    long before = version();
    assertEquals(Outcome.DONE, Await.result(staff.put("e1", "a", PRESENTER)));
    assertEquals(Outcome.DONE, Await.result(staff.put("e1", "a", PRESENTER)));
    assertEquals(before + 1, version(), "the same again moves nothing");
    assertEquals(Optional.of(PRESENTER), Await.result(staff.grant("e1", "a")));
    assertEquals(Outcome.DONE, Await.result(staff.change("e1", "a", MODERATOR, true)));
    assertEquals(Map.of("a", MODERATOR), Await.result(staff.staff("e1")));
    assertEquals(Set.of("e1"), Await.result(staff.eventsOf("a")));
    assertEquals(Outcome.DONE, Await.result(staff.remove("e1", "a", true)));
    assertEquals(before + 3, version());
    assertEquals(Optional.empty(), Await.result(staff.grant("e1", "a")));
    assertEquals(Set.of(), Await.result(staff.eventsOf("a")));
  }

  @Test
  void whoIsNotThereIsNeitherChangedNorTakenOff() {
    Map<String, String> before = dump();
    assertEquals(Outcome.ABSENT, Await.result(staff.change("e1", "a", MODERATOR, true)));
    assertEquals(Outcome.ABSENT, Await.result(staff.remove("e1", "a", true)));
    assertEquals(Outcome.GONE, Await.result(staff.put("none", "a", MODERATOR)));
    assertEquals(Outcome.GONE, Await.result(staff.change("none", "a", MODERATOR, true)));
    assertEquals(before, dump());
  }

  private Map<String, String> links() {
    var links = Await.result(events.load("e1")).links();
    Map<String, String> all = new TreeMap<>();
    links.stage().forEach((room, secret) -> all.put("stage " + room, secret));
    links.remote().forEach((room, secret) -> all.put("remote " + room, secret));
    return all;
  }

  private static boolean allNew(Map<String, String> before, Map<String, String> now) {
    return before.keySet().stream().noneMatch(link -> before.get(link).equals(now.get(link)))
        && Set.copyOf(now.values()).size() == now.size();
  }

  @Test
  void whoIsNoOrganiserAnyMoreLeavesNoLinksBehind() {
    Grant organiser = Grant.everywhere(Role.ORGANISER);
    Map<String, String> first = links();
    assertEquals(2, first.size());
    Await.result(staff.put("e1", "a", organiser));
    Await.result(staff.put("e1", "b", organiser));
    Await.result(staff.put("e1", "c", PRESENTER));
    Await.result(staff.change("e1", "c", MODERATOR, true));
    Await.result(staff.remove("e1", "c", true));
    assertEquals(first, links(), "who never could read them");
    assertEquals(Outcome.DONE, Await.result(staff.change("e1", "a", MODERATOR, false)));
    assertEquals(first, links(), "as asked");
    Await.result(staff.change("e1", "a", organiser, true));
    long before = version();
    assertEquals(Outcome.DONE, Await.result(staff.change("e1", "a", PRESENTER, true)));
    Map<String, String> second = links();
    assertTrue(allNew(first, second), "demoted");
    assertEquals(before + 1, version(), "in one step");
    assertEquals(Outcome.DONE, Await.result(staff.remove("e1", "b", true)));
    assertTrue(allNew(second, links()), "taken off");
    assertEquals(Outcome.ABSENT, Await.result(staff.remove("e1", "b", true)));
  }

  @Test
  void aLinkThatIsNotNamedKeepsEverythingAsItWas() {
    Await.result(staff.put("e1", "a", Grant.everywhere(Role.ORGANISER)));
    Map<String, String> before = dump();
    List<String> keys =
        List.of(Keys.state("e1"), Keys.staff("e1"), Keys.invitations("e1"), Keys.links("e1"));
    List<Object> args =
        List.of(Keys.hints("e1"), "e1", "a", "", "CHANGE", "NEW", "stage:r1", "fresh");
    assertEquals(
        5,
        Await.result(link.eval(io.plenary.redis.Script.load("change_staff"), keys, args))
            .toInteger(),
        "remote:r1 came in between");
    assertEquals(before, dump());
  }

  @Test
  void anInvitationWorksOnceHoweverManyUseIt() {
    boss();
    assertEquals(
        InvitationStore.Outcome.DONE,
        Await.result(invitations.add("e1", "h", offer(PRESENTER, 5))));
    List<Future<Acceptance>> race = new ArrayList<>();
    for (int i = 0; i < 20; i++) race.add(invitations.accept("e1", "h", "a" + i));
    assertEquals(1, race.stream().filter(f -> Await.result(f) == Acceptance.ACCEPTED).count());
    assertEquals(19, race.stream().filter(f -> Await.result(f) == Acceptance.NOT_VALID).count());
    Map<String, Grant> people = Await.result(staff.staff("e1"));
    assertEquals(List.of(PRESENTER), List.copyOf(people.values()));
    String winner = people.keySet().iterator().next();
    assertEquals(
        Set.of("plenary:{identity}:staffOf:" + winner),
        keys().stream()
            .filter(k -> k.contains("staffOf"))
            .collect(java.util.stream.Collectors.toSet()),
        "the others are not listed");
    assertEquals(Map.of(), Await.result(invitations.all("e1")));
  }

  @Test
  void whoHelpsAlreadyDoesNotUseItUp() {
    boss();
    Await.result(staff.put("e1", "a", MODERATOR));
    Await.result(invitations.add("e1", "h", offer(PRESENTER, 5)));
    assertEquals(Acceptance.ALREADY, Await.result(invitations.accept("e1", "h", "a")));
    assertEquals(Optional.of(MODERATOR), Await.result(staff.grant("e1", "a")));
    assertEquals(Acceptance.ACCEPTED, Await.result(invitations.accept("e1", "h", "b")));
  }

  @Test
  void anOldOrWithdrawnOrForeignInvitationDoesNotWork() {
    boss();
    Await.result(invitations.add("e1", "old", offer(MODERATOR, -1)));
    assertEquals(
        Acceptance.NOT_VALID,
        Await.result(invitations.accept("e1", "old", "a")),
        "the store's clock decides");
    Invitation offer = offer(MODERATOR, 5);
    Await.result(invitations.add("e1", "h", offer));
    assertEquals(
        Map.of("h", offer), Await.result(invitations.all("e1")), "the old one is forgotten");
    assertEquals(Optional.of(offer), Await.result(invitations.find("e1", "h")));
    Await.result(invitations.withdraw("e1", "h"));
    assertEquals(Acceptance.NOT_VALID, Await.result(invitations.accept("e1", "h", "a")));
    assertEquals(Acceptance.NOT_VALID, Await.result(invitations.accept("none", "h", "a")));
    assertEquals(InvitationStore.Outcome.GONE, Await.result(invitations.add("none", "h", offer)));
    assertEquals(Set.of(), Await.result(staff.eventsOf("a")));
  }

  /** Nothing has to be taken back of an owner who hands over, or whose last offer comes late. */
  @Test
  void whoMayNotInviteAnyMoreLeavesNoWayBack() {
    boss();
    Await.result(staff.put("e1", "o", Grant.everywhere(Role.ORGANISER)));
    for (String by : List.of("boss", "o", "m")) {
      Await.result(invitations.add("e1", "of " + by, offer(MODERATOR, by, 5)));
    }
    assertEquals(Set.of("of boss", "of o"), Await.result(invitations.all("e1")).keySet());
    send(Command.SET, Keys.OWNER, "heir");
    assertEquals(Set.of("of o"), Await.result(invitations.all("e1")).keySet());
    Map<String, String> before = dump();
    for (String hash : List.of("of boss", "of m")) {
      assertEquals(Optional.empty(), Await.result(invitations.find("e1", hash)));
      assertEquals(Acceptance.NOT_VALID, Await.result(invitations.accept("e1", hash, "a")));
      assertEquals(
          Acceptance.NOT_VALID, Await.result(invitations.acceptAnew("e1", hash, account("a"))));
    }
    assertEquals(before, dump());
    assertEquals(Acceptance.ACCEPTED, Await.result(invitations.accept("e1", "of o", "a")));
  }

  @Test
  void onlySoManyWaitAtOnce() {
    for (int i = 0; i < InvitationStore.MOST; i++) {
      assertEquals(
          InvitationStore.Outcome.DONE,
          Await.result(invitations.add("e1", "h" + i, offer(MODERATOR, 5))));
    }
    assertEquals(
        InvitationStore.Outcome.FULL,
        Await.result(invitations.add("e1", "more", offer(MODERATOR, 5))));
    Await.result(invitations.withdraw("e1", "h0"));
    assertEquals(
        InvitationStore.Outcome.DONE,
        Await.result(invitations.add("e1", "more", offer(MODERATOR, 5))));
  }

  @Test
  void aDeletedEventLeavesNobodyBehind() {
    Await.result(staff.put("e1", "a", MODERATOR));
    Await.result(invitations.add("e1", "h", offer(MODERATOR, 5)));
    Await.result(events.delete("e1"));
    Await.result(staff.forget("e1", Set.of("a")));
    assertEquals(Set.of(Keys.REWRITE), keys());
  }

  private static Account account(String id) {
    return new Account(id, id + "@example.org", "Organiser", "$argon2id$" + id, Instant.EPOCH);
  }

  @Test
  void theFirstAccountOwnsTheServerAlsoInAnOldFolder() {
    RedisAccountStore accounts = new RedisAccountStore(link);
    assertEquals(Optional.empty(), Await.result(staff.owner()));
    Await.result(new RedisSetupStore(link).nonce("nonce"));
    Await.result(accounts.createFirst(account("a"), "nonce"));
    assertEquals(Optional.of("a"), Await.result(staff.owner()));
    send(Command.DEL, "plenary:{identity}:owner"); // as a folder of the first versions
    assertEquals(Optional.of("a"), Await.result(staff.owner()));
    for (String id : List.of("b", "c")) {
      Await.result(invitations.add("e1", "h", offer(MODERATOR, "a", 5)));
      assertEquals(
          Acceptance.ACCEPTED, Await.result(invitations.acceptAnew("e1", "h", account(id))));
      assertEquals(Optional.of("a"), Await.result(staff.owner()), "named when a second one came");
    }
  }

  @Test
  void ofManyWhoAcceptAnewAtOnceOnlyOneHasAnAccount() {
    boss();
    RedisAccountStore accounts = new RedisAccountStore(link);
    Await.result(invitations.add("e1", "h", offer(PRESENTER, 5)));
    List<Future<Acceptance>> race = new ArrayList<>();
    for (int i = 0; i < 20; i++) race.add(invitations.acceptAnew("e1", "h", account("a" + i)));
    assertEquals(1, race.stream().filter(f -> Await.result(f) == Acceptance.ACCEPTED).count());
    assertEquals(19, race.stream().filter(f -> Await.result(f) == Acceptance.NOT_VALID).count());
    assertEquals(1, Await.result(accounts.count()));
    String winner = Await.result(staff.staff("e1")).keySet().iterator().next();
    assertEquals(Map.of(winner, PRESENTER), Await.result(staff.staff("e1")));
    assertEquals(Optional.of(account(winner)), Await.result(accounts.byId(winner)));
    assertEquals(Set.of("e1"), Await.result(staff.eventsOf(winner)));
    assertEquals(
        Set.of(winner),
        keys().stream()
            .filter(k -> k.contains(":account:") || k.contains("staffOf"))
            .map(k -> k.substring(k.lastIndexOf(':') + 1))
            .collect(java.util.stream.Collectors.toSet()),
        "nothing of the others is left");
  }

  @Test
  void anAddressThatIsTakenDoesNotUseTheInvitationUp() {
    boss();
    for (String hash : List.of("h1", "h2", "old")) {
      Await.result(invitations.add("e1", hash, offer(MODERATOR, hash.equals("old") ? -1 : 5)));
    }
    List<Future<Acceptance>> both =
        List.of(
            invitations.acceptAnew("e1", "h1", account("a")),
            invitations.acceptAnew(
                "e1",
                "h2",
                new Account("b", account("a").email(), "Other", "hash", Instant.EPOCH)));
    assertEquals(
        List.of(Acceptance.ACCEPTED, Acceptance.EMAIL_TAKEN),
        both.stream().map(Await::result).toList());
    assertEquals(
        Optional.of(account("a")),
        Await.result(new RedisAccountStore(link).byEmail(account("a").email())));
    Map<String, String> before = dump();
    assertEquals(
        Acceptance.NOT_VALID, Await.result(invitations.acceptAnew("e1", "old", account("c"))));
    assertEquals(
        Acceptance.NOT_VALID, Await.result(invitations.acceptAnew("none", "h2", account("c"))));
    assertEquals(before, dump());
    assertEquals(
        Acceptance.ACCEPTED, Await.result(invitations.acceptAnew("e1", "h2", account("c"))));
  }
}
