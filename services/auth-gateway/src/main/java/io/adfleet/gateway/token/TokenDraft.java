package io.adfleet.gateway.token;

import io.adfleet.defaults.FieldError;
import io.adfleet.defaults.PlainText;
import io.adfleet.defaults.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The token somebody wants.
 *
 * @param role viewer unless said
 * @param expiresInDays 90 unless said
 */
public record TokenDraft(
    @Nullable String workspaceId,
    @Nullable String name,
    @Nullable String role,
    @Nullable Integer expiresInDays) {

  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 366;
  private static final int LONGEST_NAME = 100;

  /** Everything that is wrong with it. */
  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>();
    if (workspaceId == null) {
      faults.add(
          new FieldError("workspace_id", "is missing", "Give the id of one of your workspaces."));
    }
    if (name == null
        || name.isBlank()
        || name.strip().length() > LONGEST_NAME
        || !PlainText.isLine(name.strip())) {
      faults.add(
          new FieldError(
              "name",
              "is missing, longer than 100 characters or no plain text",
              "Say what the token is for, so that you recognise it later."));
    }
    if (role != null && Role.of(role).isEmpty()) {
      faults.add(new FieldError("role", "is not a role", "Give viewer, analyst, admin or owner."));
    }
    if (expiresInDays != null && (expiresInDays < 1 || expiresInDays > MOST_DAYS)) {
      faults.add(
          new FieldError(
              "expires_in_days", "is not between 1 and 366", "Leave it out for 90 days."));
    }
    return faults;
  }

  /** The workspace, if what was given can be one. */
  Optional<UUID> workspace() {
    try {
      return workspaceId == null || workspaceId.length() != 36
          ? Optional.empty()
          : Optional.of(UUID.fromString(workspaceId));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Role wantedRole() {
    return role == null ? Role.VIEWER : Role.of(role).orElseThrow();
  }

  int days() {
    return expiresInDays == null ? USUAL_DAYS : expiresInDays;
  }
}
