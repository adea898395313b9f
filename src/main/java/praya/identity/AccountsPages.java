package praya.identity;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Identifiers;
import praya.domain.Problem;
import praya.domain.Role;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Routes;

/** The page on which admins decide who has an account, and what it may do. */
public final class AccountsPages {
  /** As many as fit some screens; an ecosystem has hundreds of accounts, not millions. */
  private static final int ROWS = 100;

  private final AccountService accounts;
  private final PageContext pages;

  public AccountsPages(AccountService accounts, PageContext pages) {
    this.accounts = accounts;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/accounts", Action.MANAGE_ACCOUNTS, this::show);
    routes.post("/accounts", Action.MANAGE_ACCOUNTS, this::create);
    routes.post("/accounts/{id}/role", Action.MANAGE_ACCOUNTS, this::changeRole);
    routes.post("/accounts/{id}/disable", Action.MANAGE_ACCOUNTS, this::disable);
    routes.post("/accounts/{id}/enable", Action.MANAGE_ACCOUNTS, this::enable);
  }

  private void show(Context context) {
    Actor actor = Caller.of(context);
    List<Account> found = accounts.list(after(context), ROWS + 1, actor);
    List<Account> shown = found.subList(0, Math.min(ROWS, found.size()));
    List<AccountsPage.Row> rows =
        shown.stream()
            .map(account ->
                new AccountsPage.Row(
                    account.id().toString(),
                    account.person().email(),
                    account.person().name(),
                    account.role().code(),
                    account.createdAt(),
                    account.disabledAt(),
                    account.id().equals(actor.account())))
            .toList();
    Frame frame =
        pages.frame(context, Frame.Head.of(pages.texts(context).say("accounts.title"), null));
    String next = found.size() > ROWS ? shown.getLast().id().toString() : null;
    var page = new AccountsPage(rows, frame.number(accounts.count()), next);
    pages.send(context, "identity/accounts.jte", frame, page);
    context.header("Cache-Control", "no-store");
  }

  private static @Nullable UUID after(Context context) {
    String after = context.queryParam("after");
    return after == null ? null : Identifiers.read(after).orElse(null);
  }

  private void create(Context context) {
    String email = Objects.requireNonNullElse(context.formParam("email"), "");
    var invitation = new AccountService.Invitation(email, role(context), pages.language(context));
    accounts.create(invitation, acting(context));
    context.redirect("/accounts", HttpStatus.SEE_OTHER);
  }

  private void changeRole(Context context) {
    accounts.changeRole(StaffPages.id(context, "account"), role(context), acting(context));
    context.redirect("/accounts", HttpStatus.SEE_OTHER);
  }

  private void disable(Context context) {
    accounts.disable(StaffPages.id(context, "account"), acting(context));
    context.redirect("/accounts", HttpStatus.SEE_OTHER);
  }

  private void enable(Context context) {
    accounts.enable(StaffPages.id(context, "account"), acting(context));
    context.redirect("/accounts", HttpStatus.SEE_OTHER);
  }

  /** The admin, for the reason that the form gives. */
  private static Actor acting(Context context) {
    String reason = Objects.requireNonNullElse(context.formParam("reason"), "").strip();
    if (reason.length() > 500) {
      throw new Problem.InvalidInput("reason", "", "The reason must have at most 500 characters.");
    }
    return Caller.of(context).because(reason.isEmpty() ? null : reason);
  }

  private static Role role(Context context) {
    String code = Objects.requireNonNullElse(context.formParam("role"), "");
    return Arrays.stream(Role.values())
        .filter(role -> role.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new Problem.InvalidInput("role", code, "The role (" + code + ") is not known."));
  }
}
