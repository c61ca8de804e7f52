package io.plenary.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {
  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
    return out.toByteArray();
  }

  private static Logo of(byte[] file) {
    return Logo.of(Base64.getEncoder().encodeToString(file));
  }

  private static String refused(byte[] file) {
    RuleViolation refused = assertThrows(RuleViolation.class, () -> of(file));
    assertEquals(Reason.BAD_DRAFT, refused.reason());
    return refused.getMessage();
  }

  @Test
  void aPngIsKeptAndNamedAfterWhatIsInIt() throws IOException {
    byte[] file = png(320, 80);
    assertArrayEquals(file, of(file).bytes());
    assertTrue(of(file).name().matches("[0-9a-f]{16}\\.png"));
    assertEquals(of(file).name(), of(file).name());
    assertNotEquals(of(file).name(), of(png(321, 80)).name());
  }

  @Test
  void oneThatComesOutOfTheStoreIsTheSame() throws IOException {
    Logo logo = of(png(320, 80));
    assertEquals(logo, Logo.stored(logo.base64()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "GIF89a-----------------------------",
        "<html><body onload=alert(1)>----------------",
      })
  void whatIsNoPngIsRefusedAboveAllSvg(String file) {
    assertEquals("The logo is not a PNG picture.", refused(file.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void soIsAPngThatIsCutOrTooLarge() throws IOException {
    byte[] file = png(320, 80);
    assertEquals("The logo is not a PNG picture.", refused(Arrays.copyOf(file, 20)));
    assertTrue(refused(Arrays.copyOf(file, 40 * 1024 + 1)).contains("40 KiB"));
    assertTrue(refused(png(2_001, 8)).contains("2000 pixels"));
    assertThrows(RuleViolation.class, () -> Logo.of("no base64!"));
  }
}
