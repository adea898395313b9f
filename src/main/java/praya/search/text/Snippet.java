package praya.search.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import praya.search.text.Marker.Mark;

/** A piece of a text around its marks, safe to stand in HTML. */
public final class Snippet {
  /** Two lines on a telephone; Chinese says in half as many characters what English does. */
  private static final int LONGEST = 200;

  private static final int LONGEST_HAN = 90;

  /** What stands before the first mark: enough to see in which sentence one is. */
  private static final int LEAD = 30;

  private Snippet() {}

  /** The best piece of the text; its marks must be in order. */
  public static String of(String text, List<Mark> marks) {
    int longest = isHan(text, marks) ? LONGEST_HAN : LONGEST;
    if (text.length() <= longest) {
      return write(text, 0, text.length(), marks);
    }
    int from = bestStart(marks, longest);
    int begin = from <= LEAD ? 0 : wordStart(text, from - LEAD, from);
    int last = Math.min(text.length(), begin + longest);
    int end = last == text.length() ? last : wordEnd(text, last, from);
    String piece = write(text, begin, end, marks);
    return (begin > 0 ? "…" : "") + piece + (end < text.length() ? "…" : "");
  }

  private static boolean isHan(String text, List<Mark> marks) {
    return !marks.isEmpty() && text.charAt(marks.get(0).start()) >= 0x2E80;
  }

  /** Where the window begins that shows most parts of the query. */
  private static int bestStart(List<Mark> marks, int longest) {
    int best = marks.isEmpty() ? 0 : marks.get(0).start();
    int most = 0;
    for (int i = 0; i < marks.size(); i++) {
      Set<Integer> parts = new HashSet<>();
      int start = marks.get(i).start();
      for (int k = i; k < marks.size() && marks.get(k).end() - start < longest - LEAD; k++) {
        parts.add(marks.get(k).part() * 2 + (marks.get(k).given() ? 0 : 1));
      }
      if (parts.size() > most) {
        most = parts.size();
        best = start;
      }
    }
    return best;
  }

  /** The begin of a word at or behind this place, before the mark. */
  private static int wordStart(String text, int at, int mark) {
    for (int i = at; i < mark; i++) {
      if (!Character.isLetterOrDigit(text.charAt(i - 1)) && !isLowHalf(text, i)) {
        return i;
      }
    }
    return isLowHalf(text, at) ? at + 1 : at;
  }

  private static int wordEnd(String text, int at, int mark) {
    for (int i = at; i > Math.max(mark, at - LEAD); i--) {
      if (!Character.isLetterOrDigit(text.charAt(i)) && !isLowHalf(text, i)) {
        return i;
      }
    }
    return isLowHalf(text, at) ? at - 1 : at;
  }

  private static boolean isLowHalf(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at));
  }

  private static String write(String text, int begin, int end, List<Mark> marks) {
    StringBuilder html = new StringBuilder(end - begin + 64);
    int at = begin;
    for (int[] span : merge(marks, begin, end)) {
      escape(text, at, span[0], html);
      html.append("<mark>");
      escape(text, span[0], span[1], html);
      html.append("</mark>");
      at = span[1];
    }
    escape(text, at, end, html);
    return html.toString();
  }

  /** Marks that touch or overlap become one; those that the window cuts are left out. */
  private static List<int[]> merge(List<Mark> marks, int begin, int end) {
    List<int[]> spans = new ArrayList<>();
    for (Mark mark : marks) {
      if (mark.start() < begin || mark.end() > end) {
        continue;
      }
      if (!spans.isEmpty() && mark.start() <= spans.getLast()[1]) {
        spans.getLast()[1] = Math.max(spans.getLast()[1], mark.end());
      } else {
        spans.add(new int[] {mark.start(), mark.end()});
      }
    }
    return spans;
  }

  private static void escape(String text, int from, int to, StringBuilder html) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
