package praya.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Fault;

/**
 * What went wrong with a request for a page, in the words of the same problem's JSON.
 *
 * @param status 404, 400, 500... the templates have words for each
 * @param detail what exactly; null when there is nothing that may be told
 * @param incident a number under which the log has more; null unless the fault is ours
 */
public record ErrorPage(
    int status, @Nullable String detail, List<Fault> faults, @Nullable String incident) {
  public ErrorPage {
    faults = List.copyOf(faults);
  }

  /** The key of the title in the texts. */
  public String titleKey() {
    return switch (status) {
      case 400, 414, 422 -> "error.400.title";
      case 401 -> "error.401.title";
      case 403 -> "error.403.title";
      case 404, 405, 410 -> "error.404.title";
      case 503 -> "error.503.title";
      default -> status < 500 ? "error.400.title" : "error.500.title";
    };
  }

  /** The key of the way out in the texts. */
  public String helpKey() {
    return titleKey().replace(".title", ".help");
  }
}
