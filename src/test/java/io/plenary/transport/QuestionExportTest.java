package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.export.FileCheck;
import io.plenary.kinds.AllKinds;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Questions as files over HTTP: asked by phones, taken home by an organiser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionExportTest {
  private static final String HOSTILE = "=HYPERLINK(\"http://x.example\"), _x0041_ <b>&amp;</b>";
  private static final String SECRET = "Never to be read in the room";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private TestServer server;
  private Browser browser;
  private Floor floor;
  private String path;

  @BeforeAll
  void ask(@TempDir Path data) {
    server = TestServer.start(data);
    browser =
        new Browser(server.base())
            .setUp(server.setupToken(), "owner@plenary.example", Conferences.PASSWORD);
    floor = new Floor(server, browser, new JsonObject());
    path = "/api/v1/events/" + floor.event;
    try (Talk phone = floor.phone()) {
      floor.approved(floor.asked(phone, HOSTILE));
      floor.upvote(phone, 1, 1, true);
      floor.asked(phone, SECRET);
    }
  }

  @AfterAll
  void close() {
    floor.close();
    server.close();
  }

  private HttpResponse<byte[]> bytes(String file) {
    return browser.send(browser.request(path + file).GET(), BodyHandlers.ofByteArray());
  }

  /** The text of a file that is there. */
  private String file(String file, String type, String name) {
    HttpResponse<byte[]> response = bytes(file);
    String text = new String(response.body(), StandardCharsets.UTF_8);
    assertEquals(200, response.statusCode(), text);
    assertEquals(type, response.headers().firstValue("content-type").orElse(""));
    assertEquals("no-store", response.headers().firstValue("cache-control").orElse(""));
    assertEquals(
        "attachment; filename=\"plenary-" + floor.code + "-" + name + "\"",
        response.headers().firstValue("content-disposition").orElse(""));
    return text;
  }

  @Test
  void csvOfTheEventAndOfTheRoomHoldsEveryQuestionAndRunsNothing() {
    for (String of : List.of("", "/rooms/" + floor.room)) {
      List<String> rows =
          file(of + "/questions.csv", "text/csv; charset=utf-8", "questions.csv").lines().toList();
      assertEquals(3, rows.size(), rows.toString());
      assertTrue(
          rows.get(1)
              .startsWith(
                  "Hall,1,\"'=HYPERLINK(\"\"http://x.example\"\"), _x0041_"
                      + " <b>&amp;</b>\",published,,,1,"),
          rows.get(1));
      assertTrue(rows.get(2).startsWith("Hall,," + SECRET + ",waiting,"), rows.get(2));
    }
  }

  @Test
  void publicFilesHoldWhatTheRoomSawAndNothingBeside() {
    for (String of : List.of("", "/rooms/" + floor.room)) {
      String csv =
          file(of + "/questions.csv?public", "text/csv; charset=utf-8", "questions-public.csv");
      assertEquals(
          "\ufeffroom,number,question,state,labels,upvotes,asked,answer,how,name,also,corrected",
          csv.lines().findFirst().orElse(""));
      assertEquals(2, csv.lines().count(), csv);
      String json =
          file(
              of + "/questions.json?public",
              "application/json; charset=utf-8",
              "questions-public.json");
      JsonObject room = new JsonObject(json).getJsonArray("results").getJsonObject(0);
      assertEquals(1, room.getJsonArray("items").size(), json);
      assertEquals(HOSTILE, room.getJsonArray("items").getJsonObject(0).getString("text"));
      assertTrue(
          FileCheck.of(json.getBytes(StandardCharsets.UTF_8), AllKinds.REGISTRY.files()).genuine());
      for (String text : List.of(csv, json)) {
        assertFalse(text.contains(SECRET) || text.contains(floor.qa), text);
      }
    }
  }

  @Test
  void jsonHoldsEveryQuestionAndCanBeVerified() {
    String json = file("/questions.json", "application/json; charset=utf-8", "questions.json");
    JsonArray items =
        new JsonObject(json).getJsonArray("results").getJsonObject(0).getJsonArray("items");
    assertEquals(
        List.of(HOSTILE, SECRET),
        items.stream().map(i -> ((JsonObject) i).getString("text")).toList());
    assertTrue(
        FileCheck.of(json.getBytes(StandardCharsets.UTF_8), AllKinds.REGISTRY.files()).genuine());
    assertFalse(
        FileCheck.of(
                json.replace(SECRET, "Something else").getBytes(StandardCharsets.UTF_8),
                AllKinds.REGISTRY.files())
            .genuine());
  }

  @Test
  void theWorkbookOpensAndHoldsTextAsText() throws IOException {
    HttpResponse<byte[]> response = bytes("/results.xlsx");
    assertEquals(XLSX, response.headers().firstValue("content-type").orElse(""));
    assertEquals(
        "attachment; filename=\"plenary-" + floor.code + "-results.xlsx\"",
        response.headers().firstValue("content-disposition").orElse(""));
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(response.body()))) {
      List<String> texts = new ArrayList<>();
      Row head = book.getSheet("Q&A").getRow(0);
      int column = 0;
      while (!"question".equals(head.getCell(column).getStringCellValue())) column++;
      for (Row row : book.getSheet("Q&A")) {
        Cell cell = row.getCell(column);
        assertEquals(CellType.STRING, cell.getCellType());
        texts.add(cell.getStringCellValue());
      }
      assertEquals(List.of("question", HOSTILE, SECRET), texts);
    }
  }

  @Test
  void onlyOrganisersOfTheEventGetThemAndOnlyOfItsRooms() {
    assertEquals(404, browser.get(path + "/rooms/none/questions.csv").statusCode());
    String other = Conferences.of(browser, "Other");
    assertEquals(
        404,
        browser
            .get("/api/v1/events/" + other + "/rooms/" + floor.room + "/questions.csv")
            .statusCode());
    String empty = browser.get("/api/v1/events/" + other + "/questions.csv?public").body();
    assertEquals(1, empty.lines().count(), "questions that are off are no room's");
    for (String file : List.of("/questions.csv", "/questions.json?public", "/results.xlsx")) {
      assertEquals(401, new Browser(server.base()).get(path + file).statusCode(), file);
    }
    Browser moderator =
        Conferences.accept(
            new Browser(server.base()),
            Conferences.invite(browser, floor.event, "moderator"),
            "m@plenary.example");
    for (String file :
        List.of(
            "/questions.csv",
            "/questions.json?public",
            "/results.xlsx",
            "/rooms/" + floor.room + "/questions.csv?public")) {
      assertEquals(403, moderator.get(path + file).statusCode(), file);
    }
  }
}
