package io.plenary.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.identity.IdentityFailure.Reason;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetUpTest extends IdentityFixture {
  private static final Client HERE = new Client("192.0.2.1", null, "");

  private Future<SignedIn> with(String token) {
    return setUp.setUp(token, " The organiser ", "Organiser@Example.org", PASSWORD, HERE);
  }

  @Test
  void theLinkMakesTheFirstAccountAndSignsItIn() throws Exception {
    assertFalse(await(signIn.isSetUp()));
    SignedIn signedIn = await(with(await(link.token()).orElseThrow()));
    assertTrue(await(signIn.isSetUp()));
    assertEquals(EMAIL, signedIn.account().email());
    assertEquals("The organiser", signedIn.account().name());
    assertEquals(Optional.of(signedIn.account()), await(signIn.who(signedIn.sessionId())));
    assertEquals(Optional.empty(), await(link.token()), "no link once there is an account");
  }

  @Test
  void theLinkWorksOnceHoweverManyUseItAtOnce() throws Exception {
    String token = await(link.token()).orElseThrow();
    List<Future<SignedIn>> many = Stream.generate(() -> with(token)).limit(10).toList();
    for (Future<SignedIn> one : many) {
      await(one.otherwiseEmpty());
    }
    assertEquals(1, many.stream().filter(Future::succeeded).count());
    assertEquals(1, stores.accounts.size());
    assertEquals(Reason.LINK_NOT_VALID, refusal(with(token)).reason());
  }

  @Test
  void everyServerOnTheStorePrintsTheSameLink() throws Exception {
    String token = await(link.token()).orElseThrow();
    SetupLink elsewhere = new SetupLink(stores, new Ids(TestEntropy.seeded(8)), secret);
    assertEquals(token, await(elsewhere.token()).orElseThrow());
    assertEquals(Reason.LINK_NOT_VALID, refusal(with(null)).reason());
    assertEquals(Reason.LINK_NOT_VALID, refusal(with("")).reason());
    await(with(token));
    assertEquals(Optional.empty(), await(elsewhere.token()));
  }

  @Test
  void anotherSecretOrAnotherNonceMakesAnotherLink() throws Exception {
    MacKey other = MacKey.of("the secret of another one".getBytes(US_ASCII));
    String foreign = await(new SetupLink(stores, ids, other).token()).orElseThrow();
    assertEquals(Reason.LINK_NOT_VALID, refusal(with(foreign)).reason());
    String token = await(link.token()).orElseThrow();
    stores.nonce = ids.secret256();
    assertEquals(Reason.LINK_NOT_VALID, refusal(with(token)).reason());
  }

  @Test
  void theLinkItselfIsNotStored() throws Exception {
    String token = await(link.token()).orElseThrow();
    assertFalse(stores.nonce.contains(token) || token.contains(stores.nonce));
    assertEquals(Reason.LINK_NOT_VALID, refusal(with(stores.nonce)).reason());
  }

  @ParameterizedTest
  @CsvSource({
    "'',organiser@example.org,four words in a row,name",
    "'a\u202eb',organiser@example.org,four words in a row,name",
    "x,not an address,four words in a row,email",
    "x,organiser@example.org,short,password"
  })
  void aBadFieldLeavesTheLinkUsable(String name, String email, String password, String field)
      throws Exception {
    String token = await(link.token()).orElseThrow();
    IdentityFailure refusal = refusal(setUp.setUp(token, name, email, password, HERE));
    assertEquals(Reason.BAD_FIELD, refusal.reason());
    assertEquals(field, refusal.field());
    assertTrue(stores.accounts.isEmpty());
    await(with(token));
  }

  @Test
  void namesEndSomewhereAndMayBeMissing() throws Exception {
    String token = await(link.token()).orElseThrow();
    for (String name : new String[] {null, "x".repeat(81), "two\nlines"}) {
      assertEquals("name", refusal(setUp.setUp(token, name, EMAIL, PASSWORD, HERE)).field());
    }
    for (String missing : new String[] {"email", "password"}) {
      assertEquals(
          missing,
          refusal(setUp.setUp(token, "x", missing.equals("email") ? null : EMAIL, null, HERE))
              .field());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200b",
        "\u200d",
        "a\u200fb",
        "\ud800",
        "a\u2028b",
        "Z\u0301\u0301\u0301\u0301\u0301",
        "\ue000"
      })
  void aNameThatCannotBeReadIsNone(String name) throws Exception {
    assertEquals(
        "name",
        refusal(setUp.setUp(await(link.token()).orElseThrow(), name, EMAIL, PASSWORD, HERE))
            .field());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0645\u06cc\u200c\u0646",
        "Nguy\u1ec5n",
        "e\u0302\u0301",
        "\u0905\u0928\u094d\u200d"
      })
  void aNameOfAnyScriptIsOne(String name) throws Exception {
    assertEquals(
        name,
        await(setUp.setUp(await(link.token()).orElseThrow(), name, EMAIL, PASSWORD, HERE))
            .account()
            .name());
  }
}
