package io.plenary.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonParser;
import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.protocol.ActivityMessage.EditActivity;
import io.plenary.protocol.BallotMessage.CastVote;
import io.plenary.protocol.ClientMessage.Ping;
import io.plenary.protocol.RoomMessage.EditEvent;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schema alone does not say: strict JSON, real text, and words that help. */
class CodecTest {
  private static final String VOTE =
      "{'type':'castVote','ref':7,'activity':'p1','round':1,'vote':'q8Zt2Lw0bXy_4RkE','seq':1,"
          + "'answer':['c'],'abstain':false,'heldMs':0}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nonsense",
        "{",
        "{}{}",
        "{'type':'ping'} 1",
        "null",
        "1",
        "'ping'",
        "{'type':'ping',}",
        "{type:'ping'}",
        "{'type':'ping','type':'ping'}",
        "{'type':'ping'/**/}",
        "\ufeff{'type':'ping'}",
        "{'type':'pi\\qng'}",
        "{'type':'pi\nng'}",
        "{'type':NaN}",
        "{'type':'ping','a':[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}",
        "{'type':'openActivity','ref':1,'ref':1,'activity':'p','rev':1}"
      })
  void onlyStrictJson(String text) {
    assertEquals(ErrorCode.MALFORMED, refused(text).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE"})
  void onlyUtf8(String charset) {
    byte[] text = "{\"type\":\"ping\"}".getBytes(Charset.forName(charset));
    assertEquals(
        ErrorCode.MALFORMED,
        assertThrows(BadMessage.class, () -> Golden.codec().decode(text)).code());
    byte[] broken = "{\"type\":\"p\u00ffng\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        ErrorCode.MALFORMED,
        assertThrows(BadMessage.class, () -> Golden.codec().decode(broken)).code());
  }

  @Test
  void spacesAndOrderDoNotMatter() throws BadMessage {
    assertEquals(new Ping(), Golden.codec().decode(" \n{ \"type\" :\t\"ping\" }\r\n"));
    String late =
        "{" + VOTE.substring(VOTE.indexOf("'ref'"), VOTE.length() - 1) + ",'type':'castVote'}";
    assertEquals(decode(VOTE), decode(late));
  }

  @Test
  void plainVotesTakeTheFastWay() throws IOException {
    try (JsonParser in = Json.FACTORY.createParser(utf8(VOTE))) {
      assertNotNull(VoteParser.parse(in), "or the fast way is dead code");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"o1", "~ a b!", "caf\u00e9", "cafe\u0301", "\ud83d\ude00"})
  void whateverPeopleAnswerIsReadTheSameOnBothWays(String entry) throws BadMessage {
    String vote = VOTE.replace("'c'", "'" + entry + "','" + "x".repeat(100) + "'");
    CastVote read = (CastVote) decode(vote);
    assertEquals(List.of(Text.composed(entry), "x".repeat(100)), read.answer());
    assertEquals(read, Golden.codec().decodeAny(utf8(vote)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'seq':1 | 'seq':1.0 | seq: must be a whole number from 1 to 9007199254740991",
        "'seq':1 | 'seq':1e0 | seq: must be a whole number from 1 to 9007199254740991",
        "'seq':1 | 'seq':9007199254740992 | seq: must be a whole number from 1 to 9007199254740991",
        "'seq':1 | 'seq':18446744073709551617 | seq: must be a whole number from 1 to"
            + " 9007199254740991",
        "'abstain':false | 'abstain':0 | abstain: must be true or false",
        "'abstain':false | 'abstain':'false' | abstain: must be true or false",
        "'p1' | '' | activity: must be 1 to 24 small letters or digits",
        "'p1' | 'p1\\n' | activity: must be 1 to 24 small letters or digits",
        "['c'] | ['c',1] | answer[1]: must be text",
        "['c'] | null | answer: must be a list",
        "['c'] | [''] | answer[0]: must not be empty",
        "['c'] | ['c','a\\nb'] | answer[1]: has characters that are not text",
        "'heldMs':0 | 'held':0 | heldMs: is missing",
        "'heldMs':0 | 'heldMs':0,'at':0 | at: is not a known field here",
        "'heldMs':0 | 'heldMs':0,'a\\u0000':0 | ?: is not a known field here"
      })
  void namesTheFieldAndTheMessage(String was, String is, String words) {
    BadMessage bad = refused(VOTE.replace(was, is));
    assertEquals(words, bad.getMessage());
    assertEquals(7L, bad.ref());
  }

  @Test
  void lengthsAreCodePoints() throws BadMessage {
    assertEquals("\ud83d\ude00".repeat(300), question(draft("\ud83d\ude00".repeat(300))));
    assertEquals(
        "draft.question: must be 1 to 300 characters",
        refused(draft("\ud83d\ude00".repeat(301))).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\ud83d",
        "\\ude00",
        "\\ude00\\ud83d",
        "a\\u0000",
        "a\\u001b[2J",
        "\\u0085",
        "tab\\there",
        "\\r\\n"
      })
  void onlyText(String question) {
    assertEquals(
        "draft.question: has characters that are not text", refused(draft(question)).getMessage());
  }

  @Test
  void questionsMayHaveLinesNamesMayNot() throws BadMessage {
    assertEquals("one\ntwo", question(draft("one\\ntwo")));
    String event =
        "{'type':'editEvent','ref':7,'rev':1,'details':{'name':'N','startsOn':'2027-03-08',"
            + "'endsOn':'2027-03-08','timeZone':'Z','frameOrigins':[]}}";
    assertEquals("N", ((EditEvent) decode(event)).details().name());
    assertEquals(
        "details.name: has characters that are not text",
        refused(event.replace("'N'", "'N\\nM'")).getMessage());
    assertEquals(
        "details.startsOn: must be a date like 2027-03-08",
        refused(event.replace("'startsOn':'2027-03-08'", "'startsOn':'8.3.2027'")).getMessage());
    assertEquals(
        "details.nick: is not a known field here",
        refused(event.replace("'name'", "'nick':1,'name'")).getMessage());
  }

  @Test
  void anotherProtocolIsSaidFirst() {
    assertEquals(
        ErrorCode.UNSUPPORTED_PROTOCOL, refused("{'type':'hello','protocol':2,'who':'?'}").code());
    assertEquals(ErrorCode.INVALID_FIELD, refused("{'type':'hello','protocol':'1'}").code());
  }

  @Test
  void tooLargeIsRefusedBeforeItIsRead() {
    assertEquals(ErrorCode.TOO_LARGE, refused(" ".repeat(Codec.MAX_BYTES + 1)).code());
    assertEquals(ErrorCode.MALFORMED, refused(" ".repeat(Codec.MAX_BYTES)).code());
  }

  private static String question(String edit) throws BadMessage {
    return ((ChoiceWire.Draft) ((EditActivity) decode(edit)).draft()).question();
  }

  private static String draft(String question) {
    return "{'type':'editActivity','ref':7,'activity':'p1','rev':1,'kind':'poll','draft':{'question':'"
        + question
        + "','options':[{'text':'A'},{'text':'B'}],'maxChoices':1,'abstain':null,'results':'stage'}}";
  }

  private static byte[] utf8(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static ClientMessage decode(String text) throws BadMessage {
    return Golden.codec().decode(utf8(text));
  }

  private static BadMessage refused(String text) {
    return assertThrows(BadMessage.class, () -> decode(text));
  }
}
