package praya.bench.quality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import praya.json.Json;

/**
 * Makes documents and judged queries of public texts, in the form that {@code bin/praya evaluate
 * search} reads.
 *
 * <ul>
 *   <li>{@code cranfield FOLDER}: of {@code cran.all.1400}, {@code cran.qry} and {@code cranqrel}.
 *       Grades above 0 count as 1, as the published figures do.
 *   <li>{@code pages FOLDER}: of Markdown pages with a {@code description} or {@code summary} in
 *       their front matter, in folders named by language ({@code en}, {@code zh-Hans}, {@code
 *       zh-Hant-HK}…) with the same paths below. The description is the query, the page of that
 *       path what it should find. Languages with descriptions only, such as converted ones, are
 *       fine.
 * </ul>
 */
public final class PublicTexts {
  private static final Pattern FIELD = Pattern.compile("^\\.([TABW])\\s*$");
  private static final Pattern FRONT =
      Pattern.compile("\\A---\\s*\\R(.*?)\\R---\\s*(?:\\R(.*))?\\z", Pattern.DOTALL);
  private static final Pattern DESCRIPTION =
      Pattern.compile("(?m)^(?:description|summary):\\s*[\"']?(.+?)[\"']?\\s*$");

  private PublicTexts() {}

  /**
   * @param arguments what it is, the folder of the texts, the path of the files to write without
   *     their endings
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    List<Object> documents = new ArrayList<>();
    List<Object> queries = new ArrayList<>();
    if (arguments[0].equals("cranfield")) {
      cranfield(folder, documents, queries);
    } else {
      pages(folder, documents, queries);
    }
    write(Path.of(arguments[2] + ".documents.jsonl"), documents);
    write(Path.of(arguments[2] + ".queries.jsonl"), queries);
    System.out.printf("%d documents, %d queries%n", documents.size(), queries.size());
  }

  private static void cranfield(Path folder, List<Object> documents, List<Object> queries)
      throws IOException {
    for (Map<String, String> each : records(folder.resolve("cran.all.1400"))) {
      String title = each.getOrDefault("T", "");
      String text = each.getOrDefault("W", "");
      text = text.startsWith(title) ? text.substring(title.length()) : text;
      documents.add(Map.of("id", each.getOrDefault("I", ""), "nameEn", title, "summaryEn", text));
    }
    Map<Integer, Map<String, Integer>> relevant = new TreeMap<>();
    for (String line : lines(folder.resolve("cranqrel"))) {
      String[] columns = line.trim().split("\\s+");
      if (columns.length == 3 && Integer.parseInt(columns[2]) > 0) {
        relevant
            .computeIfAbsent(Integer.parseInt(columns[0]), n -> new TreeMap<>())
            .put(columns[1], 1);
      }
    }
    int number = 0;
    for (Map<String, String> each : records(folder.resolve("cran.qry"))) {
      number++; // the judgements count the queries, whatever number they carry
      queries.add(query(each.getOrDefault("W", ""), "en", relevant.getOrDefault(number, Map.of())));
    }
  }

  private static List<Map<String, String>> records(Path file) throws IOException {
    List<Map<String, String>> records = new ArrayList<>();
    String field = "";
    for (String line : lines(file)) {
      Matcher begin = FIELD.matcher(line);
      if (line.startsWith(".I ")) {
        records.add(new LinkedHashMap<>(Map.of("I", line.substring(3).trim())));
        field = "";
      } else if (begin.matches()) {
        field = begin.group(1);
      } else if (!field.isEmpty()) {
        records
            .getLast()
            .merge(field, line.trim(), (a, b) -> (a + " " + b).replaceAll("\\s+", " ").trim());
      }
    }
    return records;
  }

  private static void pages(Path folder, List<Object> documents, List<Object> queries)
      throws IOException {
    Map<String, Map<String, String>> bodies = new TreeMap<>();
    try (Stream<Path> languages = Files.list(folder)) {
      for (Path language : languages.filter(Files::isDirectory).sorted().toList()) {
        String tag = String.valueOf(language.getFileName());
        try (Stream<Path> files = Files.walk(language)) {
          for (Path file : files.filter(f -> f.toString().matches(".*\\.mdx?")).sorted().toList()) {
            String id = language.relativize(file).toString();
            Matcher front = FRONT.matcher(Files.readString(file));
            if (!front.matches()) {
              continue;
            }
            @Nullable String body = front.group(2);
            if (body != null && !body.isBlank()) {
              bodies.computeIfAbsent(id, i -> new TreeMap<>()).put(tag, body);
            }
            Matcher description = DESCRIPTION.matcher(front.group(1));
            if (description.find()) {
              queries.add(query(description.group(1), tag, Map.of(id, 1)));
            }
          }
        }
      }
    }
    bodies.forEach((id, text) -> documents.add(Map.of("id", id, "text", text)));
  }

  private static Map<String, Object> query(
      String text, String language, Map<String, Integer> relevant) {
    return Map.of("q", text, "lang", language, "relevant", relevant);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
  }

  private static void write(Path file, List<Object> lines) throws IOException {
    Files.write(file, lines.stream().map(Json::text).toList());
  }
}
