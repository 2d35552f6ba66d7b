package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.world.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a row of insights is about. */
enum Level {
  ACCOUNT(null),
  CAMPAIGN(Kind.CAMPAIGN),
  ADSET(Kind.AD_GROUP),
  AD(Kind.AD);

  private final @Nullable Kind kind;

  Level(@Nullable Kind kind) {
    this.kind = kind;
  }

  /** The kind of objects, or null for the account itself. */
  @Nullable Kind kind() {
    return kind;
  }

  /** The word in requests. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of a node. */
  static Level of(GraphNode node) {
    return switch (node) {
      case GraphNode.AdAccount account -> ACCOUNT;
      case GraphNode.AdObject object ->
          switch (object.entity().kind()) {
            case CAMPAIGN -> CAMPAIGN;
            case AD -> AD;
            default -> ADSET;
          };
      default -> throw Failures.unknownPath("insights");
    };
  }

  /** The level of a word; the node's own where it is missing. */
  static Level of(@Nullable String word, GraphNode node) {
    Level own = of(node);
    if (word == null) {
      return own;
    }
    for (Level level : values()) {
      if (level.word().equals(word)) {
        if (level.ordinal() < own.ordinal()) {
          throw Failures.parameter(
              "Level " + word + " is above the object that is asked, a " + node.type() + ".");
        }
        return level;
      }
    }
    throw Failures.parameter("Param level must be one of {ad, adset, campaign, account}");
  }
}
