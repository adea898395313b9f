package praya.http;

import java.util.List;
import praya.domain.Fault;

/** A request that HTTP itself rules out, whatever it is about: a media type, a header. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient ProblemDocument problem;

  private Refusal(ProblemDocument problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** The answer cannot be had in the types that the caller takes. */
  static Refusal notAcceptable(String header, String type) {
    String detail = "The answer is " + type + "; the request accepts only (" + header + ").";
    return new Refusal(
        new ProblemDocument(
            406,
            "not-acceptable",
            "It does not come in such a type",
            detail,
            List.of(new Fault("Accept", header, detail))));
  }

  /** The body comes in a type, character set or encoding that is not read. */
  static Refusal unsupported(String header, String value, String detail) {
    return new Refusal(
        new ProblemDocument(
            415,
            "unsupported-media-type",
            "The media type is not read here",
            detail,
            List.of(new Fault(header, value, detail))));
  }

  ProblemDocument problem() {
    return problem;
  }
}
