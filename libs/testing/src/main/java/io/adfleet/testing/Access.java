package io.adfleet.testing;

import io.adfleet.defaults.Allow;
import io.adfleet.defaults.AllowAnyone;
import io.adfleet.defaults.AllowService;
import io.adfleet.defaults.AllowSignedIn;
import io.adfleet.defaults.Role;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Who an endpoint says may call it. */
sealed interface Access {

  /** Members of the path's workspace from a role up. */
  record Members(Role from) implements Access {}

  /** Anyone signed in. */
  record SignedIn() implements Access {}

  /** These services. */
  record Services(List<String> clients) implements Access {}

  /** Anyone. */
  record Anyone() implements Access {}

  /** Not one clear word about it. */
  record Unclear(String fault) implements Access {}

  /** What the method says, and what its class says where the method says nothing. */
  static Access of(Method method) {
    List<Access> said = said(method);
    if (said.isEmpty()) {
      said = said(method.getDeclaringClass());
    }
    return switch (said.size()) {
      case 0 -> new Unclear("does not say who may call it");
      case 1 -> said.getFirst();
      default -> new Unclear("says more than once who may call it");
    };
  }

  private static List<Access> said(AnnotatedElement element) {
    List<Access> said = new ArrayList<>();
    Allow allow = element.getAnnotation(Allow.class);
    if (allow != null) {
      said.add(new Members(allow.value()));
    }
    AllowService service = element.getAnnotation(AllowService.class);
    if (service != null) {
      said.add(new Services(List.of(service.value())));
    }
    if (element.isAnnotationPresent(AllowSignedIn.class)) {
      said.add(new SignedIn());
    }
    if (element.isAnnotationPresent(AllowAnyone.class)) {
      said.add(new Anyone());
    }
    return said;
  }
}
