package praya.search;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import praya.search.text.Glossary;

/** As many scribes as threads have ever written at once; each goes on with the words it knows. */
final class Scribes {
  private final Glossary glossary;
  private final Queue<Scribe> idle = new ConcurrentLinkedQueue<>();

  Scribes(Glossary glossary) {
    this.glossary = glossary;
  }

  Glossary glossary() {
    return glossary;
  }

  /** What a scribe makes; it must not be kept. */
  <T> T with(Function<Scribe, T> work) {
    @Nullable Scribe known = idle.poll();
    Scribe scribe = known == null ? new Scribe(glossary) : known;
    T made = work.apply(scribe);
    idle.add(scribe);
    return made;
  }
}
