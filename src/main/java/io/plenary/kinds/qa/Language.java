package io.plenary.kinds.qa;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the language of a short text by its script and its commonest words. Says nothing rather
 * than something wrong.
 */
public final class Language {
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "is", "are", "what", "how", "why", "when", "who", "which", "will", "would", "do",
          "does", "did", "can", "could", "should", "have", "has", "had", "you", "your", "we", "our",
          "they", "their", "this", "that", "these", "those", "of", "to", "in", "on", "for", "with",
          "from", "about", "and", "or", "not", "be", "been", "was", "were", "it", "its", "there",
          "at", "by", "as", "more", "get", "than", "any", "all", "if", "but", "he", "she", "us",
          "them", "into");
  private static final Set<String> WELSH =
      Set.of(
          "yr",
          "yn",
          "yw",
          "mae",
          "ydy",
          "ydi",
          "beth",
          "sut",
          "pam",
          "pryd",
          "pwy",
          "ble",
          "faint",
          "fydd",
          "bydd",
          "oes",
          "oedd",
          "sydd",
          "ar",
          "gan",
          "gyda",
          "wrth",
          "dros",
          "hyn",
          "hynny",
          "ni",
          "chi",
          "eich",
          "ein",
          "eu",
          "fy",
          "dy",
          "ac",
          "neu",
          "nid",
          "ddim",
          "wedi",
          "bod",
          "fod",
          "fel",
          "pob",
          "mwy",
          "mewn",
          "rhwng",
          "heb",
          "allwn",
          "allwch",
          "allai",
          "byddwch",
          "byddwn",
          "ydych",
          "ydyn",
          "gael",
          "gwneud",
          "wneud",
          "fenywod",
          "menywod",
          "merched",
          "gall",
          "gallwn",
          "os",
          "ond",
          "hefyd",
          "iawn",
          "pa",
          "ba",
          "am",
          "oherwydd",
          "cael",
          "cymru",
          "cymraeg",
          "gwaith",
          "mor",
          "yma",
          "yna",
          "rydych",
          "rydym",
          "rwy",
          "dw",
          "dych",
          "dyn",
          "nhw",
          "hwn",
          "hon");

  /** Arabic script, but not the Arabic language: letters of Persian, Urdu, Pashto, Kurdish. */
  private static final String NOT_ARABIC =
      "\u067E\u0686\u0698\u06AF\u06A9\u06CC\u0679\u0688\u0691\u06BA\u06BE"
          + "\u06C1\u06D2\u06D5\u06CE\u06C6\u067C\u0689\u0693\u0696\u069A\u06D0";

  private Language() {}

  /** "ar", "cy" or "en"; null when it cannot be told. */
  public static @Nullable String of(String text) {
    int letters = 0;
    int latin = 0;
    int arabic = 0;
    for (int c : text.codePoints().filter(Character::isLetter).toArray()) {
      letters++;
      UnicodeScript script = UnicodeScript.of(c);
      if (script == UnicodeScript.LATIN) latin++;
      if (script == UnicodeScript.ARABIC && NOT_ARABIC.indexOf(c) < 0) arabic++;
      if (NOT_ARABIC.indexOf(c) >= 0) return null;
    }
    if (arabic * 2 > letters) return "ar";
    return latin * 2 > letters ? latin(text) : null;
  }

  private static @Nullable String latin(String text) {
    int english = 0;
    int welsh = 0;
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (ENGLISH.contains(word)) english++;
      if (WELSH.contains(word)) welsh++;
    }
    if (english == welsh || Math.max(english, welsh) < 2) return null;
    return english > welsh ? "en" : "cy";
  }

  /**
   * Direction of a paragraph by its first letter, as the Unicode bidirectional algorithm finds it
   * (rules P2 and P3).
   */
  public static boolean rightToLeft(String text) {
    for (int c : text.codePoints().toArray()) {
      byte direction = Character.getDirectionality(c);
      if (direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT) return false;
      if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
          || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) return true;
    }
    return false;
  }
}
