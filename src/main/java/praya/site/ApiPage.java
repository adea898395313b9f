package praya.site;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The API's description for people: operations by tag. Its words are English. */
public record ApiPage(String title, String version, List<Prose> description, List<Group> groups) {
  public ApiPage {
    description = List.copyOf(description);
    groups = List.copyOf(groups);
  }

  /** The operations of one tag. */
  public record Group(String name, List<Prose> description, List<Operation> operations) {
    public Group {
      description = List.copyOf(description);
      operations = List.copyOf(operations);
    }

    public String anchor() {
      return "tag-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
  }

  /**
   * One operation.
   *
   * @param request an example of its body; null when it takes none
   */
  public record Operation(
      String id,
      Call call,
      Words words,
      List<Parameter> parameters,
      @Nullable Example request,
      List<Answer> answers) {
    public Operation {
      parameters = List.copyOf(parameters);
      answers = List.copyOf(answers);
    }
  }

  /** How an operation is called; secured ones want an API key. */
  public record Call(String method, String path, boolean secured) {}

  /** What an operation is for, in paragraphs. */
  public record Words(String summary, List<Prose> description) {
    public Words {
      description = List.copyOf(description);
    }
  }

  /**
   * A parameter.
   *
   * @param in query, path or header
   * @param type such as {@code string, repeatable} or {@code true | false}
   */
  public record Parameter(
      String name, String in, String type, boolean required, Prose description) {}

  /** A status that an operation answers with, and an example of the body; null for none. */
  public record Answer(String status, Prose description, @Nullable Example example) {}

  /** A body as text. */
  public record Example(String mediaType, String text) {}
}
