package praya.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import praya.domain.Problem;
import praya.json.Json;

/** How JSON leaves: the media type, entity tags of versions, and conditions on them. */
public final class Answers {
  public static final String JSON = "application/json; charset=utf-8";

  /** The header that carries where a write stands in the change feed. */
  public static final String POSITION = "Praya-Position";

  private Answers() {}

  public static void json(Context context, Object value) {
    json(context, Json.bytes(value));
  }

  public static void json(Context context, byte[] json) {
    if (context.res().getHeader("Cache-Control") == null) {
      keepApart(context);
    }
    context.contentType(JSON).result(json);
  }

  /**
   * Says that the answer depends on who asks: caches ask again, know callers apart by what they
   * prove themselves with, and those that serve several people keep nothing of anybody known.
   */
  public static Context keepApart(Context context) {
    return context
        .header("Cache-Control", Caller.of(context).isKnown() ? "private, no-cache" : "no-cache")
        .header("Vary", "Accept-Encoding, Authorization, Cookie");
  }

  /** The entity tag of a version; the language is part of it, as labels differ. */
  public static String tag(long version, String variant) {
    return '"' + Long.toString(version) + (variant.isEmpty() ? "" : "-" + variant) + '"';
  }

  /**
   * Sends a record with its entity tag, or 304 when the caller has it already.
   *
   * @param variant tells representations of one version apart; empty for the plain one
   */
  public static void tagged(Context context, long version, String variant, Object value) {
    String tag = tag(version, variant);
    keepApart(context).header("ETag", tag);
    String known = context.header("If-None-Match");
    if (known != null && matches(known, tag)) {
      context.status(304);
      return;
    }
    json(context, value);
  }

  /** The version that a write names in {@code If-Match}. */
  public static long requiredVersion(Context context) {
    String header = context.header("If-Match");
    if (header == null) {
      throw new Problem.VersionRequired(
          "A write must say which version it changes. Send the ETag of the record that you read as"
              + " If-Match.");
    }
    // A variant behind the version, as in "7-en", is still version 7.
    var version =
        java.util.regex.Pattern.compile("(?:W/)?\"([0-9]{1,18})(?:-[A-Za-z0-9.-]*)?\"")
            .matcher(header.strip());
    if (!version.matches()) {
      throw new Problem.Malformed(
          "If-Match",
          header,
          "The header If-Match (" + header + ") must be the ETag of one version, such as \"7\".");
    }
    return Long.parseLong(Objects.requireNonNull(version.group(1)));
  }

  private static boolean matches(String header, String tag) {
    return Arrays.stream(header.split(",", -1))
        .map(String::strip)
        .anyMatch(known -> known.equals("*") || weak(known).equals(tag));
  }

  // Compression turns tags weak on the way; the comparison for reading is the weak one (RFC 9110,
  // 13.1.2).
  private static String weak(@Nullable String tag) {
    return tag != null && tag.startsWith("W/")
        ? tag.substring(2)
        : Objects.requireNonNullElse(tag, "");
  }
}
