package praya.http;

import org.jspecify.annotations.Nullable;
import praya.domain.Viewer;

/**
 * Who reads a page, as far as the page needs to know.
 *
 * @param theme the colours they chose
 * @param staff what they are signed in as; null for everybody else
 * @param csrf the token that their forms carry; empty when they are not signed in
 */
public record Reader(Theme theme, @Nullable String staff, String csrf) {
  public static final Reader ANYBODY = new Reader(Theme.AUTO, null, "");

  public Viewer viewer() {
    return staff == null ? Viewer.ANYONE : Viewer.STAFF;
  }
}
