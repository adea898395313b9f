package praya.alert;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Language;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.http.PageContext;
import praya.http.Phrasebook;
import praya.http.Routes;
import praya.http.Texts;
import praya.json.Json;

/**
 * The feeds of saved searches: RSS 2.0 at {@code /feeds/SECRET/rss} and JSON Feed 1.1 at {@code
 * /feeds/SECRET/json}. Programs that read feeds do not sign in, and addresses get around; so the
 * secret does not stand for its owner: a feed shows what everybody may see, the words of the
 * search, and nothing of who keeps it.
 */
public final class FeedPages {
  private static final int ITEMS = 50;

  private final SavedSearchService searches;
  private final News news;
  private final Texts texts;
  private final PageContext pages;

  public FeedPages(SavedSearchService searches, News news, Texts texts, PageContext pages) {
    this.searches = searches;
    this.news = news;
    this.texts = texts;
    this.pages = pages;
  }

  static String rss(String secret) {
    return "/feeds/" + secret + "/rss";
  }

  static String json(String secret) {
    return "/feeds/" + secret + "/json";
  }

  public void add(Routes routes) {
    routes
        .get("/feeds/{secret}/rss", Action.READ_DIRECTORY, this::rss)
        .get("/feeds/{secret}/json", Action.READ_DIRECTORY, this::json);
  }

  private SavedSearch search(Context context) {
    return searches
        .findByFeed(context.pathParam("secret"))
        .orElseThrow(() -> new Problem.NotFound("There is no feed here, or no more."));
  }

  private List<News.Item> items(SavedSearch search) {
    return news.of(List.of(search), searches.findings(search, ITEMS), Viewer.ANYONE);
  }

  private void rss(Context context) {
    SavedSearch search = search(context);
    Phrasebook words = texts.in(search.language());
    var xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">")
            .append("<channel>");
    element(xml, "title", words.say("saved.feed.title", search.state().words()));
    element(xml, "link", pages.publicUrl().at(search.state().address().href()));
    element(xml, "description", words.say("saved.feed.description"));
    element(xml, "language", search.language().tag());
    for (News.Item item : items(search)) {
      xml.append("<item>");
      element(xml, "title", line(item, words));
      element(xml, "link", pages.publicUrl().at(item.path()));
      xml.append("<guid isPermaLink=\"false\">").append(item.finding().id()).append("</guid>");
      element(xml, "pubDate", date(item.finding().foundAt()));
      xml.append("</item>");
    }
    send(context, "application/rss+xml", xml.append("</channel></rss>\n").toString());
  }

  private void json(Context context) {
    SavedSearch search = search(context);
    Phrasebook words = texts.in(search.language());
    var feed = new LinkedHashMap<String, @Nullable Object>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", words.say("saved.feed.title", search.state().words()));
    feed.put("home_page_url", pages.publicUrl().at(search.state().address().href()));
    feed.put("description", words.say("saved.feed.description"));
    feed.put("language", search.language().tag());
    feed.put("items", items(search).stream().map(item -> json(item, words)).toList());
    send(context, "application/feed+json", Json.text(feed));
  }

  private Map<String, @Nullable Object> json(News.Item item, Phrasebook words) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", item.finding().id().toString());
    json.put("url", pages.publicUrl().at(item.path()));
    json.put("title", line(item, words));
    json.put("content_text", summary(item, words.language()));
    json.put("date_published", item.finding().foundAt().toString());
    return json;
  }

  private static String summary(News.Item item, Language language) {
    String summary = item.organisation().profile().summary().in(language);
    return summary == null ? item.organisation().name(language) : summary;
  }

  private static String line(News.Item item, Phrasebook words) {
    return Digest.line(item, words);
  }

  private void send(Context context, String type, String text) {
    context
        .header("Cache-Control", "private, no-cache")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex")
        .contentType(type + "; charset=utf-8")
        .result(text.getBytes(StandardCharsets.UTF_8));
  }

  /** RFC 822 with a year of four digits, as RSS wants it. */
  private static String date(Instant moment) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
  }

  private static void element(StringBuilder xml, String name, String text) {
    xml.append('<').append(name).append('>');
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '&' -> xml.append("&amp;");
            default -> {
              if (isXml(c)) {
                xml.appendCodePoint(c);
              }
            }
          }
        });
    xml.append("</").append(name).append('>');
  }

  /** What XML 1.0 can hold at all. */
  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
