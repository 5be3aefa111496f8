package org.yinxin.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** Rules on compiled classes: names, walls between modules, who opens transactions. */
@AnalyzeClasses(packages = "org.yinxin", importOptions = ImportOption.DoNotIncludeTests.class)
class ClassRulesTest {

    /** An implementation is named by how it works, a value by what it is. */
    private static final String EMPTY_NAME =
            ".*(Impl|Utils?|Helper|Manager|Processor|Wrapper|Info|VO|DTO|BO)";

    @ArchTest
    static final ArchRule names_say_something = noClasses().should().haveNameMatching(EMPTY_NAME);

    @ArchTest
    static final ArchRule codecs_are_plain_java =
            noClasses()
                    .that()
                    .resideInAPackage("org.yinxin.pki..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "java.sql..",
                            "org.yinxin.store..",
                            "org.yinxin.authority..",
                            "org.yinxin.custody..",
                            "org.yinxin.hall..");

    @ArchTest
    static final ArchRule the_authority_never_sees_a_private_key_of_a_subscriber =
            noClasses()
                    .that()
                    .resideInAPackage("org.yinxin.authority..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.yinxin.custody..",
                            "org.yinxin.hall..",
                            "org.yinxin.pki.envelope..");

    @ArchTest
    static final ArchRule the_custody_knows_no_certificates =
            noClasses()
                    .that()
                    .resideInAPackage("org.yinxin.custody..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.yinxin.authority..", "org.yinxin.hall..");

    @ArchTest
    static final ArchRule the_hall_knows_no_stand_in =
            noClasses()
                    .that()
                    .resideInAPackage("org.yinxin.hall..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.yinxin.standins..", "org.yinxin.keyagent..", "org.yinxin.app..");

    @ArchTest
    static final ArchRule dependencies_come_through_the_constructor =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule pages_and_calls_open_no_transaction =
            noClasses()
                    .that()
                    .areMetaAnnotatedWith(Controller.class)
                    .should()
                    .beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule a_transaction_is_opened_by_a_public_method_of_a_use_case =
            methods().that().areAnnotatedWith(Transactional.class).should().bePublic();

    @ArchTest
    static final ArchRule pages_and_calls_are_nobodys_api =
            classes().that().areMetaAnnotatedWith(Controller.class).should().notBePublic();

    @ArchTest
    static final ArchRule modules_have_no_circles =
            slices().matching("org.yinxin.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_of_the_hall_have_no_circles =
            slices().matching("org.yinxin.hall.(*)..").should().beFreeOfCycles();
}
