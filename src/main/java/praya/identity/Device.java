package praya.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says it is, in words for its owner to recognise it by. Only these words are kept:
 * the header itself is nearly a fingerprint.
 */
final class Device {
  /** In the order of asking: many browsers also carry the names of the ones before them. */
  private static final List<Mark> BROWSERS =
      List.of(
          new Mark("Edg", "Edge"),
          new Mark("OPR/", "Opera"),
          new Mark("SamsungBrowser", "Samsung Internet"),
          new Mark("MicroMessenger", "WeChat"),
          new Mark("Firefox/", "Firefox"),
          new Mark("FxiOS", "Firefox"),
          new Mark("CriOS", "Chrome"),
          new Mark("Chrome", "Chrome"),
          new Mark("Safari/", "Safari"));

  private static final List<Mark> SYSTEMS =
      List.of(
          new Mark("iPhone", "iPhone"),
          new Mark("iPad", "iPad"),
          new Mark("Android", "Android"),
          new Mark("HarmonyOS", "HarmonyOS"),
          new Mark("Windows", "Windows"),
          new Mark("Mac OS X", "macOS"),
          new Mark("CrOS", "ChromeOS"),
          new Mark("Linux", "Linux"));

  private record Mark(String in, String name) {}

  private Device() {}

  /** Such as {@code Firefox on Windows}; empty when nothing is recognised. */
  static String inWords(@Nullable String userAgent) {
    String browser = first(BROWSERS, userAgent);
    String system = first(SYSTEMS, userAgent);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
  }

  private static String first(List<Mark> marks, @Nullable String userAgent) {
    return userAgent == null
        ? ""
        : marks.stream()
            .filter(m -> userAgent.contains(m.in()))
            .findFirst()
            .map(Mark::name)
            .orElse("");
  }
}
