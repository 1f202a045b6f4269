package net.bpsolutions.sending.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.groups.UniAwait;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.net.InetAddress;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Emitter;

@AnalyzeClasses(packages = "net.bpsolutions.sending", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String HOME = "net.bpsolutions.sending.registry";

    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_SERVICE = noClasses()
            .that()
            .resideInAPackage(HOME + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "net.bpsolutions.sending.verifier..",
                    "net.bpsolutions.sending.gateway..",
                    "net.bpsolutions.sending.local..");

    @ArchTest
    static final ArchRule PUBLISHES_THROUGH_THE_OUTBOX_ONLY = noClasses()
            .that()
            .resideInAPackage(HOME + "..")
            .and()
            .doNotHaveFullyQualifiedName(HOME + ".outbox.RecordPublisher")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(KafkaProducer.class, Emitter.class)
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("MutinyEmitter");

    @ArchTest
    static final ArchRule NEVER_WAITS = noClasses()
            .that()
            .resideInAPackage(HOME + "..")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(InetAddress.class, UniAwait.class);

    @ArchTest
    static final ArchRule DECIDES_WITHOUT_A_CONTAINER = noClasses()
            .that()
            .resideInAPackage(HOME + ".lifecycle")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io..", "jakarta..", "org.hibernate..");

    @ArchTest
    static final ArchRule IS_CONFIGURED_IN_ONE_PLACE = noFields().should().beAnnotatedWith(ConfigProperty.class);

    @ArchTest
    static final ArchRule SAYS_WHO_MAY_CALL = methods()
            .that()
            .areAnnotatedWith(GET.class)
            .or()
            .areAnnotatedWith(POST.class)
            .or()
            .areAnnotatedWith(PUT.class)
            .or()
            .areAnnotatedWith(DELETE.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule HAS_PROPER_NAMES = classes()
            .that()
            .resideInAPackage(HOME + "..")
            .should()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Dto");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        List<String> unmarked = classes.stream()
                .filter(type -> type.getPackageName().startsWith(HOME))
                .map(type -> type.getPackage())
                .distinct()
                .filter(home -> !home.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(home -> home.getName())
                .toList();

        assertThat(unmarked).isEmpty();
    }
}
