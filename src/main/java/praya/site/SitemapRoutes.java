package praya.site;

import io.javalin.http.Context;
import java.util.List;
import java.util.UUID;
import praya.domain.Action;
import praya.domain.Organisation;
import praya.domain.Viewer;
import praya.http.PublicUrl;
import praya.http.Routes;
import praya.organisation.OrganisationService;

/**
 * {@code /robots.txt} and {@code /sitemap.xml}: what search engines of the web may know, which is
 * what everybody may see, whoever asks.
 */
public final class SitemapRoutes {
  private static final int STEP = 500;

  /** The protocol's own limit of one file; a directory beyond it needs an index of sitemaps. */
  private static final int MOST = 50_000;

  private static final List<String> PAGES =
      List.of("/", "/organisations", "/centre", "/about", "/api");

  /** Pages that are for signed-in people, and addresses that differ by their parameters only. */
  private static final List<String> NOT_FOR_ROBOTS =
      List.of("/api/", "/staff", "/sign-in", "/account", "/outbox", "/organisations?");

  private final OrganisationService organisations;
  private final PublicUrl publicUrl;

  public SitemapRoutes(OrganisationService organisations, PublicUrl publicUrl) {
    this.organisations = organisations;
    this.publicUrl = publicUrl;
  }

  public void add(Routes routes) {
    routes.get("/robots.txt", Action.READ_DIRECTORY, this::robots);
    routes.get("/sitemap.xml", Action.READ_DIRECTORY, this::sitemap);
  }

  private void robots(Context context) {
    var text = new StringBuilder("User-agent: *\n");
    NOT_FOR_ROBOTS.forEach(path -> text.append("Disallow: ").append(path).append('\n'));
    text.append("\nSitemap: ").append(publicUrl.at("/sitemap.xml")).append('\n');
    send(context, "text/plain; charset=utf-8", text.toString());
  }

  private void sitemap(Context context) {
    var xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            """);
    PAGES.forEach(path -> add(xml, path));
    int count = PAGES.size();
    UUID last = new UUID(0, 0);
    for (List<Organisation> step = organisations.listAfter(last, STEP, Viewer.ANYONE);
        !step.isEmpty() && count + step.size() <= MOST;
        step = organisations.listAfter(last, STEP, Viewer.ANYONE)) {
      // A slug has small letters, digits and hyphens only: nothing in it needs escaping.
      step.forEach(organisation -> add(xml, "/organisations/" + organisation.slug()));
      count += step.size();
      last = step.getLast().id();
    }
    send(context, "application/xml; charset=utf-8", xml.append("</urlset>\n").toString());
  }

  private void add(StringBuilder xml, String path) {
    xml.append("<url><loc>").append(publicUrl.at(path)).append("</loc></url>\n");
  }

  /** The same for everybody; an hour is soon enough for robots, and long enough against floods. */
  private static void send(Context context, String type, String text) {
    context.header("Cache-Control", "public, max-age=3600").contentType(type).result(text);
  }
}
