package io.adfleet.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.adfleet.defaults.Allow;
import io.adfleet.defaults.AllowAnyone;
import io.adfleet.defaults.AllowService;
import io.adfleet.defaults.AllowSignedIn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** The rules every service's code keeps, each with its reason. */
public final class HouseRules {

  private HouseRules() {}

  /**
   * Checks the code of one service, given its root package such as {@code io.adfleet.snapshots}.
   */
  public static void check(String root) {
    JavaClasses code =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root);
    slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature that needs another back can't be read or deleted alone")
        .allowEmptyShould(true)
        .check(code);
    noClasses()
        .should()
        .dependOnClassesThat(otherServices(root))
        .because("services speak by topics and HTTP, never by packages")
        .allowEmptyShould(true)
        .check(code);
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Store")
        .and()
        .areTopLevelClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Tuple")
        .because("SQL stands in the shelves only")
        .allowEmptyShould(true)
        .check(code);
    classes()
        .that()
        .areAnnotatedWith("jakarta.ws.rs.Path")
        .should()
        .haveSimpleNameEndingWith("Resource")
        .because("an HTTP door is found by its name")
        .allowEmptyShould(true)
        .check(code);
    fields()
        .should()
        .notBeAnnotatedWith("jakarta.inject.Inject")
        .because("what a class needs stands in its constructor")
        .allowEmptyShould(true)
        .check(code);
    for (Class<?> time :
        new Class<?>[] {
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          OffsetDateTime.class,
          ZonedDateTime.class
        }) {
      noClasses().should().callMethod(time, "now").because("time enters as a Clock").check(code);
    }
    noClasses()
        .should()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .because("the clock is injected, so that it can be moved")
        .check(code);
    noClasses()
        .that()
        .resideOutsideOfPackage("..provider..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("com.google.ads..")
                .or(resideInAPackage("com.facebook.."))
                .or(resideInAPackage("dev.langchain4j..")))
        .because("a vendor's SDK is seen only inside its port")
        .allowEmptyShould(true)
        .check(code);
    methods()
        .that(areEndpoints())
        .should(declareWhoMayCall())
        .because("an endpoint without a declared role is a hole")
        .allowEmptyShould(true)
        .check(code);
  }

  private static DescribedPredicate<JavaClass> otherServices(String root) {
    return resideInAPackage("io.adfleet..")
        .and(DescribedPredicate.not(resideInAPackage(root + "..")))
        .and(DescribedPredicate.not(resideInAPackage("io.adfleet.contracts..")))
        .and(DescribedPredicate.not(resideInAPackage("io.adfleet.messaging..")))
        .and(DescribedPredicate.not(resideInAPackage("io.adfleet.defaults..")))
        .and(DescribedPredicate.not(resideInAPackage("io.adfleet.ingest..")))
        .as("are other services");
  }

  private static DescribedPredicate<JavaMethod> areEndpoints() {
    return new DescribedPredicate<>("are endpoints") {
      @Override
      public boolean test(JavaMethod method) {
        return method.getAnnotations().stream()
            .anyMatch(a -> a.getRawType().isAnnotatedWith("jakarta.ws.rs.HttpMethod"));
      }
    };
  }

  private static ArchCondition<JavaMethod> declareWhoMayCall() {
    return new ArchCondition<>("declare who may call them") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean declared =
            declares(method, Allow.class)
                || declares(method, AllowSignedIn.class)
                || declares(method, AllowAnyone.class)
                || declares(method, AllowService.class);
        events.add(
            new SimpleConditionEvent(
                method, declared, method.getFullName() + " does not say who may call it"));
      }
    };
  }

  private static boolean declares(
      JavaMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
    return method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
  }
}
