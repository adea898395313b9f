package praya.round;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The fingerprint of a request, whatever the order in which it was given. */
final class Snapshot {
  private static final char BETWEEN = '\u001f';

  private Snapshot() {}

  static String of(RoundRequest request) {
    List<String> lines = new ArrayList<>();
    for (Participant p : request.participants()) {
      lines.add(line("participant", p.id(), p.side(), p.slots(), p.floor()));
    }
    for (Candidate c : request.candidates()) {
      boolean turn = c.from().compareTo(c.to()) > 0;
      Pair pair = c.pair();
      lines.add(
          line(
              "pair",
              pair.first(),
              pair.second(),
              c.score(),
              turn ? c.back() : c.forth(),
              turn ? c.forth() : c.back()));
    }
    Rules rules = request.rules();
    pairs("must", rules.must(), lines);
    pairs("locked", rules.locked(), lines);
    pairs("never", rules.never(), lines);
    rules.conflicts().forEach(group -> lines.add(line("conflict", new TreeSet<>(group))));
    rules.met().forEach((pair, day) -> lines.add(line("met", pair.first(), pair.second(), day)));
    lines.add(line("on", rules.on(), rules.again()));
    if (request.previous() != null) {
      pairs("previous", request.previous().pairs(), lines);
      lines.add(line("change", request.previous().change()));
    }
    RoundRequest.Settings settings = request.settings();
    lines.add(line("settings", settings.weights(), settings.seed(), settings.proposers()));
    Collections.sort(lines);
    try {
      byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static void pairs(String word, Set<Pair> pairs, List<String> lines) {
    pairs.forEach(pair -> lines.add(line(word, pair.first(), pair.second())));
  }

  private static String line(@org.jspecify.annotations.Nullable Object... words) {
    StringBuilder line = new StringBuilder();
    for (Object word : words) {
      line.append(word).append(BETWEEN);
    }
    return line.toString();
  }
}
