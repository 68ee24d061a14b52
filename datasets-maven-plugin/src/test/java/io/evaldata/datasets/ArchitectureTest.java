package io.evaldata.datasets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows point one way: mojo, report, prepare, stages, catalog, io. */
@AnalyzeClasses(packages = "io.evaldata.datasets", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.evaldata.datasets.";
    private static final String[] STAGES = {
        BASE + "download..",
        BASE + "extract..",
        BASE + "organise..",
        BASE + "labels..",
        BASE + "segmentation..",
        BASE + "configure..",
        BASE + "sample..",
        BASE + "verify.."
    };

    @ArchTest
    static final ArchRule onlyTheGoalsKnowMaven = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "mojo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "javax.inject..");

    @ArchTest
    static final ArchRule nothingKnowsTheGoals = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "mojo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "mojo..");

    @ArchTest
    static final ArchRule stagesKnowNothingAboveThem = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "prepare..", BASE + "report..");

    @ArchTest
    static final ArchRule theCatalogueKnowsNoStage = noClasses()
            .that()
            .resideInAPackage(BASE + "catalog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STAGES);

    @ArchTest
    static final ArchRule bytesAtRestKnowNothingElse = noClasses()
            .that()
            .resideInAPackage(BASE + "io..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "catalog..", BASE + "prepare..", BASE + "report..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(STAGES);

    @ArchTest
    static final ArchRule preparingKnowsNoReport = noClasses()
            .that()
            .resideInAPackage(BASE + "prepare..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "report..");

    @ArchTest
    static final ArchRule whatTestsAreGivenNeedsNothingButJUnit = classes()
            .that()
            .resideInAPackage(BASE + "junit..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(BASE + "junit..", "java..", "org.junit..");

    @ArchTest
    static final ArchRule nothingKnowsWhatTestsAreGiven = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "junit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "junit..", "org.junit..");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching(BASE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule stagesDoNotKnowEachOther = slices().matching(
                    BASE + "(download|extract|organise|labels|segmentation|configure|sample|verify)..")
            .should()
            .notDependOnEachOther()
            // Drawn annotations are label maps.
            .ignoreDependency(
                    DescribedPredicate.describe(
                            "segmentation", type -> type.getPackageName().startsWith(BASE + "segmentation")),
                    DescribedPredicate.describe(
                            "labels", type -> type.getPackageName().startsWith(BASE + "labels")));
}
