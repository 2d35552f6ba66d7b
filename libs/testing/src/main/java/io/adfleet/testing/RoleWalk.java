package io.adfleet.testing;

import io.adfleet.defaults.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Walks every endpoint of the running application in every role, and as those who have no business
 * there: nobody, a member of another workspace, the bearer of another service's token. What an
 * endpoint declares must be what it does.
 */
public final class RoleWalk {

  /** The application, or what stands in for it. */
  interface Door {
    Answer ask(Visitor visitor, Endpoint endpoint, String path);
  }

  private final List<Endpoint> endpoints;
  private final Visitors visitors;
  private final Door door;
  private final Set<String> viewersToo = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  RoleWalk(List<Endpoint> endpoints, Visitors visitors, Door door) {
    this.endpoints = endpoints;
    this.visitors = visitors;
    this.door = door;
  }

  /** Through a service behind the gateway, by the name its tokens are made out for. */
  public static RoleWalk through(String service) {
    return through(new ServiceVisitors(service));
  }

  /** Through the running application with visitors of one's own. */
  public static RoleWalk through(Visitors visitors) {
    return new RoleWalk(Endpoint.running(), visitors, Answer::to);
  }

  /** Names what a viewer may call although it isn't a plain read, such as {@code POST /x}. */
  public RoleWalk whereViewersMayAlso(String endpoint) {
    viewersToo.add(endpoint);
    return this;
  }

  /** Fails with everything that is not as declared. */
  public void check() {
    List<String> found = faults();
    if (!found.isEmpty()) {
      throw new AssertionError(String.join("\n", found));
    }
  }

  List<String> faults() {
    faults.clear();
    if (endpoints.isEmpty()) {
      faults.add("no endpoint was found");
    }
    Set<String> unused = new HashSet<>(viewersToo);
    for (Endpoint endpoint : endpoints) {
      unused.remove(endpoint.name());
      switch (endpoint.access()) {
        case Access.Members(Role from) -> members(endpoint, from);
        case Access.SignedIn() -> signedIn(endpoint);
        case Access.Services(List<String> clients) -> services(endpoint, clients);
        case Access.Anyone() -> anyone(endpoint);
        case Access.Unclear(String fault) -> faults.add(endpoint.name() + " " + fault);
      }
    }
    unused.forEach(name -> faults.add(name + " is an exception without an endpoint"));
    return List.copyOf(faults);
  }

  private void members(Endpoint endpoint, Role from) {
    if (!endpoint.namesWorkspace()) {
      faults.add(endpoint.name() + " asks for a role, but names no {workspace}");
    }
    if (from == Role.VIEWER && endpoint.writes() && !viewersToo.contains(endpoint.name())) {
      faults.add(endpoint.name() + " lets a viewer write");
    }
    strangersAreSentAway(endpoint);
    Visitor owner = visitors.member(Role.OWNER);
    String hidden = ask(owner, endpoint, visitors.foreign().toString()).essence();
    isHidden(owner, endpoint, visitors.foreign().toString(), hidden);
    isHidden(owner, endpoint, UUID.randomUUID().toString(), hidden);
    isHidden(owner, endpoint, "nonsense", hidden);
    isHidden(visitors.withoutWorkspace(), endpoint, here(), hidden);
    for (Role role : Role.values()) {
      Visitor member = visitors.member(role);
      Answer answer = ask(member, endpoint, here());
      if (!role.atLeast(from)) {
        boolean told = answer.problem("forbidden") && answer.body().contains("role " + from.word());
        expect(answer.status() == 403 && told, member, endpoint, answer, "403 and who may");
      } else if (answer.status() == 404) {
        expect(answer.essence().equals(hidden), member, endpoint, answer, hidden);
      } else {
        isLetIn(member, endpoint, answer);
      }
    }
  }

  private void signedIn(Endpoint endpoint) {
    namesNoWorkspace(endpoint);
    strangersAreSentAway(endpoint);
    Visitor newcomer = visitors.withoutWorkspace();
    isLetIn(newcomer, endpoint, ask(newcomer, endpoint, here()));
    for (Role role : Role.values()) {
      Visitor member = visitors.member(role);
      isLetIn(member, endpoint, ask(member, endpoint, here()));
    }
  }

  private void services(Endpoint endpoint, List<String> clients) {
    isSentAway(Visitor.NOBODY, endpoint);
    isSentAway(visitors.member(Role.OWNER), endpoint);
    visitors
        .service("another-service")
        .ifPresentOrElse(
            other -> {
              Answer answer = ask(other, endpoint, here());
              boolean told =
                  answer.problem("forbidden") && clients.stream().allMatch(answer.body()::contains);
              expect(answer.status() == 403 && told, other, endpoint, answer, "403 and who may");
            },
            () -> faults.add(endpoint.name() + " is for services, but none goes along"));
    for (String client : clients) {
      visitors
          .service(client)
          .ifPresent(service -> isLetIn(service, endpoint, ask(service, endpoint, here())));
    }
  }

  /** It may refuse by a rule of its own, such as an unknown key, but not ask who comes. */
  private void anyone(Endpoint endpoint) {
    namesNoWorkspace(endpoint);
    Answer answer = ask(Visitor.NOBODY, endpoint, here());
    boolean asked = answer.problem("not_signed_in") || answer.problem("forbidden");
    expect(!asked, Visitor.NOBODY, endpoint, answer, "to be let in");
  }

  private void namesNoWorkspace(Endpoint endpoint) {
    if (endpoint.namesWorkspace()) {
      faults.add(endpoint.name() + " names a {workspace}, but asks for no role in it");
    }
  }

  private void strangersAreSentAway(Endpoint endpoint) {
    isSentAway(Visitor.NOBODY, endpoint);
    visitors.impostors().forEach(impostor -> isSentAway(impostor, endpoint));
  }

  private void isSentAway(Visitor visitor, Endpoint endpoint) {
    Answer answer = ask(visitor, endpoint, here());
    boolean sentAway = answer.status() == 401 && answer.problem("not_signed_in");
    expect(sentAway, visitor, endpoint, answer, "401");
  }

  private void isHidden(Visitor visitor, Endpoint endpoint, String workspace, String hidden) {
    Answer answer = ask(visitor, endpoint, workspace);
    boolean notFound = answer.status() == 404 && answer.problem("not_found");
    expect(notFound && answer.essence().equals(hidden), visitor, endpoint, answer, "404 as ever");
  }

  private void isLetIn(Visitor visitor, Endpoint endpoint, Answer answer) {
    int status = answer.status();
    boolean in = status != 401 && status != 403 && status < 500;
    expect(in, visitor, endpoint, answer, "to be let in");
  }

  private Answer ask(Visitor visitor, Endpoint endpoint, String workspace) {
    return door.ask(visitor, endpoint, endpoint.in(workspace));
  }

  private String here() {
    return visitors.workspace().toString();
  }

  private void expect(
      boolean kept, Visitor visitor, Endpoint endpoint, Answer answer, String wanted) {
    if (!kept) {
      faults.add(
          "%s as %s: wanted %s, got %s"
              .formatted(endpoint.name(), visitor.who(), wanted, answer.essence()));
    }
  }
}
