package praya.domain;

import java.util.List;

/**
 * The caller is wrong, in one of a few ways. What goes wrong on our side is never a Problem. The
 * message is a full sentence for people, with names and values in brackets and the way out.
 */
public abstract sealed class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Problem(String message) {
    super(message);
  }

  /** There is no such thing, or none that the caller may know of. */
  public static final class NotFound extends Problem {
    private static final long serialVersionUID = 1L;

    public NotFound(String message) {
      super(message);
    }
  }

  /** What had this name has another one now. */
  public static final class Moved extends Problem {
    private static final long serialVersionUID = 1L;
    private final String from;
    private final String to;

    public Moved(String from, String to) {
      super("What was called (" + from + ") is called (" + to + ") now.");
      this.from = from;
      this.to = to;
    }

    public String from() {
      return from;
    }

    public String to() {
      return to;
    }
  }

  /** The request cannot be read: broken JSON, an unknown parameter, a wrong type. */
  public static final class Malformed extends Problem {
    private static final long serialVersionUID = 1L;
    private final transient List<Fault> faults;

    public Malformed(List<Fault> faults) {
      super(summary(faults));
      this.faults = List.copyOf(faults);
    }

    public Malformed(String field, String value, String message) {
      this(List.of(new Fault(field, value, message)));
    }

    public List<Fault> faults() {
      return faults;
    }
  }

  /** The request can be read but must not be stored: all its faults at once. */
  public static final class InvalidInput extends Problem {
    private static final long serialVersionUID = 1L;
    private final transient List<Fault> faults;

    public InvalidInput(List<Fault> faults) {
      super(summary(faults));
      this.faults = List.copyOf(faults);
    }

    public InvalidInput(String field, String value, String message) {
      this(List.of(new Fault(field, value, message)));
    }

    public List<Fault> faults() {
      return faults;
    }
  }

  /** It contradicts what is stored: a taken slug, a key used for something else. */
  public static final class Conflict extends Problem {
    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
      super(message);
    }
  }

  /** The caller acts on a version that is no longer the current one. */
  public static final class Stale extends Problem {
    private static final long serialVersionUID = 1L;

    public Stale(String message) {
      super(message);
    }
  }

  /** The write does not name the version that it changes. */
  public static final class VersionRequired extends Problem {
    private static final long serialVersionUID = 1L;

    public VersionRequired(String message) {
      super(message);
    }
  }

  /** Nobody knows who is asking. */
  public static final class Unauthenticated extends Problem {
    private static final long serialVersionUID = 1L;

    public Unauthenticated(String message) {
      super(message);
    }
  }

  /** They may, once they have agreed to the notice about their personal data. */
  public static final class ConsentMissing extends Problem {
    private static final long serialVersionUID = 1L;

    public ConsentMissing(String message) {
      super(message);
    }
  }

  /** We know who is asking, and they may not. */
  public static final class Forbidden extends Problem {
    private static final long serialVersionUID = 1L;

    public Forbidden(String message) {
      super(message);
    }
  }

  /** A view is being rebuilt; the same request works a little later. */
  public static final class NotReady extends Problem {
    private static final long serialVersionUID = 1L;

    public NotReady(String message) {
      super(message);
    }
  }

  /** The caller asks too much in too short a time. */
  public static final class TooMany extends Problem {
    private static final long serialVersionUID = 1L;
    private final long waitSeconds;

    public TooMany(String message, long waitSeconds) {
      super(message);
      this.waitSeconds = waitSeconds;
    }

    /** When it is worth to ask again. */
    public long waitSeconds() {
      return waitSeconds;
    }
  }

  private static String summary(List<Fault> faults) {
    String first = faults.get(0).message();
    return faults.size() == 1 ? first : first + " (and " + (faults.size() - 1) + " more)";
  }
}
