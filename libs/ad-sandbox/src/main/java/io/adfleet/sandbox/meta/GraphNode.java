package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.meta.login.Login;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Entity;
import org.jspecify.annotations.Nullable;

/** Something that has an id in the graph. */
sealed interface GraphNode {

  /** Its id. */
  String id();

  /** What Meta calls such a node. */
  String type();

  /** The account it belongs to, or null. */
  @Nullable Account account();

  /** The person who consented. */
  record Person() implements GraphNode {
    @Override
    public String id() {
      return Login.PERSON;
    }

    @Override
    public String type() {
      return "User";
    }

    @Override
    public @Nullable Account account() {
      return null;
    }
  }

  /** An ad account. */
  record AdAccount(Account account) implements GraphNode {
    @Override
    public String id() {
      return "act_" + account.id();
    }

    @Override
    public String type() {
      return "AdAccount";
    }
  }

  /** A campaign, an ad set or an ad. */
  record AdObject(Entity entity) implements GraphNode {
    @Override
    public String id() {
      return entity.id();
    }

    @Override
    public String type() {
      return switch (entity.kind()) {
        case CAMPAIGN -> "Campaign";
        case AD -> "Ad";
        default -> "AdSet";
      };
    }

    @Override
    public Account account() {
      return entity.account();
    }
  }

  /** What an ad shows. */
  record AdCreative(Entity ad) implements GraphNode {

    private static final String PREFIX = "77700";

    /** The id of the ad that shows the creative of that id, or null if it is none. */
    static @Nullable String adOf(String id) {
      return id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : null;
    }

    @Override
    public String id() {
      return PREFIX + ad.id();
    }

    @Override
    public String type() {
      return "AdCreative";
    }

    @Override
    public Account account() {
      return ad.account();
    }
  }

  /** An asynchronous report. */
  record Report(ReportRun run) implements GraphNode {
    @Override
    public String id() {
      return run.id();
    }

    @Override
    public String type() {
      return "AdReportRun";
    }

    @Override
    public Account account() {
      return run.account();
    }
  }
}
