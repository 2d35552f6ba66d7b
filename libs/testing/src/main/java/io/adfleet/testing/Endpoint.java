package io.adfleet.testing;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint as its resource declares it.
 *
 * @param path with its parameters in braces
 * @param access who may call it
 */
record Endpoint(String method, String path, String consumes, Access access) {

  private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)[^}]*}");
  private static final String WORKSPACE = "workspace";
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  /** Every endpoint of the running application's resources. */
  static List<Endpoint> running() {
    List<Endpoint> found = new ArrayList<>();
    for (Bean<?> bean :
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
      if (((InjectableBean<?>) bean).getKind() == InjectableBean.Kind.CLASS
          && bean.getBeanClass().isAnnotationPresent(Path.class)) {
        found.addAll(of(bean.getBeanClass()));
      }
    }
    found.sort(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method));
    return found;
  }

  /** The endpoints of one resource. */
  static List<Endpoint> of(Class<?> resource) {
    List<Endpoint> found = new ArrayList<>();
    for (Method method : methods(resource)) {
      String verb = verb(method);
      Path below = method.getAnnotation(Path.class);
      if (verb != null) {
        String root = resource.getAnnotation(Path.class).value();
        String path = below == null ? root : root + "/" + below.value();
        found.add(
            new Endpoint(
                verb, ("/" + path).replaceAll("/{2,}", "/"), consumes(method), Access.of(method)));
      } else if (below != null) {
        throw new AssertionError(method + " hands on to a resource the walk can't follow");
      }
    }
    return found;
  }

  private static List<Method> methods(Class<?> resource) {
    List<Method> methods = new ArrayList<>();
    for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
      methods.addAll(List.of(type.getDeclaredMethods()));
    }
    return methods;
  }

  private static @Nullable String verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return verb.value();
      }
    }
    return null;
  }

  private static String consumes(Method method) {
    Consumes own = method.getAnnotation(Consumes.class);
    Consumes said = own == null ? method.getDeclaringClass().getAnnotation(Consumes.class) : own;
    return said == null ? "application/json" : said.value()[0];
  }

  String name() {
    return method + " " + path;
  }

  boolean writes() {
    return !READS.contains(method);
  }

  boolean namesWorkspace() {
    return PARAMETER.matcher(path).results().anyMatch(found -> found.group(1).equals(WORKSPACE));
  }

  /** Its path in this workspace; every other parameter names something that isn't there. */
  String in(String workspace) {
    return PARAMETER
        .matcher(path)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                found.group(1).equals(WORKSPACE) ? workspace : UUID.randomUUID().toString()));
  }
}
