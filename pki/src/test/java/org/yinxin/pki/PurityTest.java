package org.yinxin.pki;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** This module is values and codecs: plain Java, to be used anywhere. */
@AnalyzeClasses(packages = "org.yinxin.pki", importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {

    @ArchTest
    static final ArchRule USES_ONLY_THE_JDK_AND_BOUNCY_CASTLE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(
                            "org.yinxin.pki..", "java..", "org.bouncycastle..", "org.jspecify..");

    @ArchTest
    static final ArchRule TOUCHES_NO_FILE_NETWORK_OR_DATABASE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.nio.file..", "java.net..", "java.sql..", "javax.sql..");
}
