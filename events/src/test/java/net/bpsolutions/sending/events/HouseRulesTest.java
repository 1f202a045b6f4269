package net.bpsolutions.sending.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "net.bpsolutions.sending", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule DEPENDS_ON_ANNOTATIONS_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "net.bpsolutions.sending.events",
                    "java.lang..",
                    "java.time..",
                    "java.util..",
                    "com.fasterxml.jackson.annotation",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule HOLDS_VALUES_ONLY = classes()
            .that()
            .doNotHaveSimpleName("package-info")
            .should()
            .beRecords()
            .orShould()
            .beEnums()
            .orShould()
            .beAssignableTo(DescribedPredicate.describe("Event", (JavaClass type) -> type.isEquivalentTo(Event.class)));

    @ArchTest
    static final ArchRule NOTHING_CHANGES = fields().should().beFinal();

    @Test
    void everyPackageIsNullMarked() {
        assertThat(Event.class.getPackage().isAnnotationPresent(NullMarked.class))
                .isTrue();
    }
}
