package praya.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Turns a template with its page model into HTML. Safe for many threads. */
public final class Renderer {
  private final TemplateEngine engine;

  public Renderer() {
    engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Renderer.class.getClassLoader(), "praya.jte");
    engine.setBinaryStaticContent(true);
  }

  /**
   * The page as HTML.
   *
   * @param template a file under {@code src/main/jte}, e.g. {@code directory/directory.jte}
   * @param page the template's own model
   */
  public String render(String template, Frame frame, Object page) {
    StringOutput output = new StringOutput();
    engine.render(template, Map.of("frame", frame, "page", page), output);
    return output.toString();
  }

  /** What stands by itself, by the names of the template's parameters. */
  String fragment(String template, Map<String, Object> parameters) {
    StringOutput output = new StringOutput();
    engine.render(template, parameters, output);
    return output.toString();
  }

  /** What stands by itself and is no page of the site, such as a letter. */
  public String render(String template, Object page) {
    StringOutput output = new StringOutput();
    engine.render(template, Map.of("page", page), output);
    return output.toString();
  }
}
