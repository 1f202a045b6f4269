package net.bpsolutions.sending.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "net.bpsolutions.sending.local", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String LOCAL = "net.bpsolutions.sending.local";

    @ArchTest
    static final ArchRule KNOWS_NO_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "net.bpsolutions.sending.registry..",
                    "net.bpsolutions.sending.verifier..",
                    "net.bpsolutions.sending.gateway..");

    @ArchTest
    static final ArchRule PARTS_DO_NOT_KNOW_THE_LAUNCHER = noClasses()
            .that()
            .resideInAnyPackage(LOCAL + ".dns", LOCAL + ".relay", LOCAL + ".kafka", LOCAL + ".postgres")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(LOCAL + ".launch");

    @ArchTest
    static final ArchRule NEVER_SLEEPS = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class);

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);
}
