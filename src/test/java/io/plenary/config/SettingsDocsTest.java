package io.plenary.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Help and documents say what the declarations say. Update the document with {@code mvn test
 * -Dtest=SettingsDocsTest -Dplenary.update=true}.
 */
class SettingsDocsTest {
  private static final Path DOCUMENT = Path.of("src/docs/settings.md");

  @Test
  void helpTellsEverySetting() {
    Loaded.Print print =
        assertInstanceOf(
            Loaded.Print.class,
            SettingsLoader.load(new String[] {"--help"}, Map.of(), Path.of("")));
    assertEquals(0, print.exitCode());
    String help = print.text().replaceAll("\\s", "");
    for (Setting<?> setting : Declared.ALL) {
      for (String part :
          List.of(
              setting.option(),
              setting.description(),
              String.join(" or ", setting.env())
                  + ". Default: "
                  + setting.defaultSaid()
                  + ". Allowed: "
                  + setting.type().allowed()
                  + ".")) {
        assertTrue(
            help.contains(part.replaceAll("\\s", "")),
            () -> "--help lacks: " + part + "\n" + print.text());
      }
    }
    assertTrue(
        help.contains("--config") && help.contains("PLENARY_CONFIG") && help.contains("--version"),
        help);
  }

  @Test
  void everyDeclaredSettingIsListed() throws IllegalAccessException {
    for (java.lang.reflect.Field field : Declared.class.getDeclaredFields()) {
      if (field.getType() == Setting.class) {
        Object setting = field.get(null);
        assertTrue(Declared.ALL.contains(setting), field.getName());
      }
    }
  }

  @Test
  void documentTellsEverySetting() throws IOException {
    if (Boolean.getBoolean("plenary.update")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, document());
    }
    assertEquals(document(), Files.readString(DOCUMENT));
  }

  private static String document() {
    String rows = Declared.ALL.stream().map(SettingsDocsTest::row).collect(Collectors.joining());
    return """
    # Settings

    Plenary starts with none of them. Each can be given on the command line (`--port 8080`), in the environment \
    (`PLENARY_PORT=8080`)
    or in a file (`port = 8080`; `--config file`, `PLENARY_CONFIG`, else `plenary.properties` in the working \
    directory). The command line
    wins over the environment, the environment over the file, the file over the default. Names nobody knows are errors.
    This page is made from the declarations in `src/main/java/io/plenary/config/Declared.java`.

    | setting | environment | default | allowed | what it does |
    |---|---|---|---|---|
    """
        + rows;
  }

  private static String row(Setting<?> setting) {
    String env =
        setting.env().stream().map(name -> "`" + name + "`").collect(Collectors.joining(" or "));
    String byDefault =
        setting.defaultText().isEmpty() ? setting.defaultNote() : "`" + setting.defaultText() + "`";
    return "| `"
        + setting.name()
        + "` | "
        + env
        + " | "
        + byDefault
        + " | "
        + setting.type().allowed()
        + " | "
        + setting.description()
        + " |\n";
  }
}
