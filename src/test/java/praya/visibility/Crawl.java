package praya.visibility;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import praya.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Everything that one reader gets from a program: the answer of every address, without what differs
 * between two runs whatever is in them.
 */
final class Crawl {
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");

  private static final List<String> CALLS =
      List.of("call-01", "call-02", "call-03", "call-04", "call-05", "call-06");

  /** Enough to see every kind of page, and few enough to ask for many times. */
  private static final int MOST_PAGES = 130;

  private final String base;
  private final String key;
  private final Map<String, String> plain;
  private final Map<String, String> answers = new LinkedHashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * A crawl that has not begun.
   *
   * @param key the bearer key of the reader; null for nobody
   * @param plain what stands for what differs between runs
   */
  Crawl(String base, String key, Map<String, String> plain) {
    this.base = base;
    this.key = key;
    this.plain = plain;
  }

  /** Every answer by its address, both without what differs between runs. */
  Map<String, String> answers() {
    return answers;
  }

  Crawl all(Planted planted, Map<String, String> uuids) {
    api(planted, uuids);
    pages(planted);
    return this;
  }

  private void api(Planted planted, Map<String, String> uuids) {
    List<String> organisations = new ArrayList<>(planted.slugs());
    organisations.addAll(uuids.values());
    organisations.addAll(List.of(Planted.HOST, Planted.OTHER));
    for (String path : readOperations()) {
      if (path.endsWith("/health")) {
        continue; // tells positions, which differ by what anybody writes
      }
      if (path.matches("/api/v1/(me|keys|accounts|saved-searches)(/.*)?")) {
        continue; // tells of the reader alone, who is another one in each crawl
      }
      if (path.equals("/api/v1/demand")) {
        continue; // counts what anybody searched, this crawl included, as it goes
      }
      if (!path.contains("{")) {
        plainOperation(path, planted);
      } else {
        String kind = path.split("/")[3];
        List<String> ids =
            kind.equals("organisations")
                ? organisations
                : kind.equals("calls") ? CALLS : planted.ids().getOrDefault(kind, List.of());
        for (String id : ids) {
          get(path.replaceAll("\\{\\w+}", id));
          if (path.endsWith("/partners")) {
            get(path.replaceAll("\\{\\w+}", id) + "?limit=50&explain=full");
          }
          if (path.endsWith("/{other}")) {
            get(path.replace("{id}", Planted.HOST).replace("{other}", id) + "?listed=50");
            get(path.replace("{id}", id).replace("{other}", Planted.OTHER));
          }
          if (path.endsWith("/paths")) {
            get(path.replace("{id}", Planted.HOST) + "?limit=5&to=" + id);
            get(path.replace("{id}", id) + "?to=" + Planted.OTHER);
          }
        }
      }
    }
  }

  private void plainOperation(String path, Planted planted) {
    switch (path) {
      case "/api/v1/organisations" -> {
        follow(path + "?limit=100");
        follow(path + "?limit=100&sort=newest&fictional=true");
        get(path + "?holdsAllocation=true&sector=fintech&lang=zh-Hant");
        int each = 0;
        for (String word : planted.words().keySet()) {
          get(path + "?q=" + encode(word));
          if (each++ % 5 == 0) {
            get(path + "?q=" + encode("machine learning " + word));
          }
        }
        get(path + "?q=qxvzzol");
      }
      case "/api/v1/suggest" -> {
        Set<String> beginnings = new LinkedHashSet<>(List.of("lo", "da", "san", "yan", "biao"));
        for (String word : planted.words().keySet()) {
          for (int length = 1; length <= Math.min(4, word.length()); length++) {
            beginnings.add(word.substring(0, length));
          }
        }
        beginnings.forEach(beginning -> get(path + "?limit=20&q=" + encode(beginning)));
      }
      case "/api/v1/needs", "/api/v1/offers", "/api/v1/relations", "/api/v1/allocations" -> {
        follow(path + "?limit=100");
        for (String slug : planted.slugs()) {
          get(path + "?organisation=" + slug);
        }
        get(path + "?organisation=" + Planted.HOST);
      }
      case "/api/v1/briefs/teams" -> {
        get(path + "?fictional=true&capability=cantonese-speech&capability=model-evaluation");
        get(path + "?capability=cantonese-speech&capability=model-evaluation");
      }
      case "/api/v1/briefs/vendors", "/api/v1/briefs/understand" -> {
        for (String word : planted.words().keySet()) {
          get(path + "?text=" + encode(word));
        }
      }
      case "/api/v1/changes" -> follow(path + "?limit=100");
      default -> get(path);
    }
  }

  private void pages(Planted planted) {
    Deque<String> waiting =
        new ArrayDeque<>(
            List.of("/", "/centre", "/about", "/map", "/calls", "/sitemap.xml", "/robots.txt"));
    planted.slugs().forEach(slug -> waiting.add("/organisations/" + slug));
    waiting.add("/organisations/" + Planted.HOST);
    waiting.add("/organisations/" + Planted.OTHER);
    waiting.add("/organisations/" + Planted.HOST + "/partners/" + Planted.OTHER);
    planted
        .slugs()
        .forEach(slug -> waiting.add("/organisations/" + Planted.HOST + "/partners/" + slug));
    planted.slugs().forEach(slug -> waiting.add("/map?of=" + slug));
    waiting.add("/map?of=" + Planted.HOST);
    waiting.add("/map?of=" + Planted.HOST + "&to=" + Planted.OTHER);
    waiting.add("/map.graphml?of=" + Planted.HOST);
    waiting.add("/organisations.csv");
    waiting.add("/organisations.csv?q=qxv");
    int word = 0;
    for (String each : planted.words().keySet()) {
      if (word++ % 9 == 0) {
        waiting.add("/organisations?q=" + encode(each));
        waiting.add("/briefs?text=" + encode(each));
      }
    }
    Set<String> seen = new LinkedHashSet<>(waiting);
    int pages = 0;
    while (!waiting.isEmpty() && pages++ < MOST_PAGES) {
      Matcher links = LINK.matcher(get(waiting.poll()));
      while (links.find()) {
        String link = links.group(1).replace("&amp;", "&");
        boolean page =
            !link.matches(
                "/(api|demand)[/.?].*|/demand|.*\\.(css|js|svg|png|ico|woff2|webmanifest)(\\?.*)?");
        boolean same = !link.matches(".*[?&](lang|theme)=.*");
        if (page && same && seen.add(link)) {
          waiting.add(link);
        }
      }
    }
  }

  /** A list with all the pages behind it. */
  private void follow(String path) {
    String next = path;
    for (int page = 0; next != null && page < 40; page++) {
      JsonNode json = Json.read(get(next).getBytes(StandardCharsets.UTF_8));
      JsonNode at = json.path("next");
      boolean more = at.isString() && !json.path("items").isEmpty();
      String parameter = path.contains("/changes") ? "after=" : "cursor=";
      next = more ? path + "&" + parameter + encode(at.stringValue()) : null;
    }
  }

  private String get(String path) {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
      if (key != null) {
        request.header("Authorization", "Bearer " + key);
      }
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String answer =
          response.statusCode()
              + " "
              + response.headers().firstValue("ETag").orElse("")
              + " "
              + response.headers().firstValue("Location").orElse("")
              + "\n"
              + response.body();
      if (response.statusCode() == 429 || response.statusCode() >= 500) {
        throw new AssertionError(path + ": " + answer);
      }
      answers.put(plain(path), plain(answer));
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }

  private String plain(String text) {
    String plain = text.replace(base, "http://here");
    for (Map.Entry<String, String> each : this.plain.entrySet()) {
      plain = plain.replace(each.getKey(), each.getValue());
    }
    return plain
        .replaceAll("\"position\":\\d+", "\"position\":0")
        .replaceAll("(\"next\":\"|after=)\\d+-\\d+", "$10-0")
        .replaceAll("reader\\d+(@[\\w.]+)?", "READER")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[\\d.]+Z", "MOMENT");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The paths of all operations of the description that read. */
  private static List<String> readOperations() {
    try {
      JsonNode document =
          new tools.jackson.dataformat.yaml.YAMLMapper()
              .readTree(java.nio.file.Path.of("openapi.yaml").toFile());
      return document.path("paths").properties().stream()
          .filter(path -> path.getValue().has("get"))
          .map(Map.Entry::getKey)
          .toList();
    } catch (RuntimeException e) {
      throw new AssertionError("The description cannot be read.", e);
    }
  }
}
