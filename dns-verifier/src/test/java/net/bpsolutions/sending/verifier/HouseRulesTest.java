package net.bpsolutions.sending.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import java.net.InetAddress;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    private static final String ROOT = "net.bpsolutions.sending.verifier";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void dependsOnNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "net.bpsolutions.sending.registry..",
                        "net.bpsolutions.sending.gateway..",
                        "net.bpsolutions.sending.local..")
                .check(CLASSES);
    }

    @Test
    void judgesWithoutKafkaQuarkusOrVertx() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".lookup..",
                        ROOT + ".dkim..",
                        ROOT + ".dmarc..",
                        ROOT + ".spf..",
                        ROOT + ".ownership..",
                        ROOT + ".verdict..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.vertx..", "org.apache.kafka..", "org.xbill..", "jakarta..")
                .check(CLASSES);
    }

    @Test
    void publishesFromDeliveryOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".delivery")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Emitter.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(MutinyEmitter.class)
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Producer.class)
                .check(CLASSES);
    }

    @Test
    void waitsForNothing() {
        noClasses().should().callMethod(Uni.class, "await").check(CLASSES);
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLASSES);
        noClasses()
                .should()
                .callMethod(InetAddress.class, "getByName", String.class)
                .check(CLASSES);
        noClasses()
                .should()
                .callMethod(InetAddress.class, "getAllByName", String.class)
                .check(CLASSES);
    }

    @Test
    void marksEveryPackageForNullness() {
        assertThat(CLASSES.stream().map(type -> type.getPackage()).distinct())
                .filteredOn(at -> at.getName().startsWith(ROOT))
                .allMatch(HouseRulesTest::isNullMarked);
    }

    private static boolean isNullMarked(JavaPackage at) {
        return at.isAnnotatedWith(NullMarked.class);
    }
}
