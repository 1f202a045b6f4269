package net.bpsolutions.sending.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import java.net.InetAddress;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    private static final String ROOT = "net.bpsolutions.sending.gateway";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void knowsNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "net.bpsolutions.sending.registry..",
                        "net.bpsolutions.sending.verifier..",
                        "net.bpsolutions.sending.local..")
                .check(CLASSES);
    }

    @Test
    void publishesThroughTheOutboxOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".outbox.Broker")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".deadletter.Replay")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Producer.class)
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Emitter.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(MutinyEmitter.class)
                .check(CLASSES);
    }

    @Test
    void consumesThroughChannelsButForTheViewOfSenderStatus() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".sender.SenderStatusReader")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".deadletter.Replay")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Consumer.class)
                .check(CLASSES);
    }

    @Test
    void neverSendsThroughTheExtensionsMailer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Mailer.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ReactiveMailer.class)
                .check(CLASSES);
    }

    @Test
    void decidesPurely() {
        noClasses()
                .that()
                .haveFullyQualifiedName(ROOT + ".sender.SenderIdentity")
                .or()
                .haveFullyQualifiedName(ROOT + ".dispatch.Verdict")
                .or()
                .haveFullyQualifiedName(ROOT + ".intake.RequestCheck")
                .or()
                .resideInAPackage(ROOT + ".mail")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.smallrye.mutiny..", "org.apache.kafka..", "java.sql..")
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
                .allMatch(at -> at.isAnnotatedWith(NullMarked.class));
    }
}
