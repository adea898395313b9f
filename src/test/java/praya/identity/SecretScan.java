package praya.identity;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import praya.testkit.TestCore;

/** Looks through every row of every table for a text, as it is and as bytes. */
public final class SecretScan {
  private SecretScan() {}

  public static List<String> tablesThatHold(TestCore test, String text) {
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    return test
        .query(
            "select quote_ident(relname) from pg_class where relkind = 'r'"
                + " and relnamespace = 'public'::regnamespace")
        .stream()
        .filter(table ->
            !test.query(
                    "select 1 from "
                        + table
                        + " t where t::text like '%"
                        + text
                        + "%' or t::text like '%"
                        + hex
                        + "%'")
                .isEmpty())
        .toList();
  }
}
