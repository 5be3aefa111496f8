package org.yinxin.app.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.yinxin.app.StartRefused;
import org.yinxin.app.commandline.Command.Plans;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.PlanFiles;
import org.yinxin.hall.catalogue.reading.PlanReading;

class PlanToolsTest {

    private static final String NEIMENG = packaged("neimeng");

    @TempDir Path folder;
    private Path sound;

    private record Said(int exitCode, String words) {}

    @BeforeEach
    void write() throws IOException {
        sound = Files.writeString(folder.resolve("sound.yaml"), NEIMENG);
    }

    @Test
    void a_sound_file_is_told_to_be_sound() {
        Said said = say(new Plans.Check(List.of(sound)));

        assertThat(said.exitCode()).isZero();
        assertThat(said.words()).startsWith(sound + ": sound");
    }

    @Test
    void a_fault_is_told_with_file_and_line_and_ends_with_1() throws IOException {
        Path faulty = changed("autority: yinxin-demo", "authority: yinxin-demo");

        Said said = say(new Plans.Check(List.of(sound, faulty)));

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.words())
                .containsPattern(
                        "changed.yaml:[0-9]+: Unknown key \"autority\"; did you mean \"authority\"");
        assertThat(say(new Plans.Show(faulty.toString(), null)).exitCode()).isEqualTo(1);
        assertThat(say(new Plans.Diff("neimeng", faulty.toString())).exitCode()).isEqualTo(1);
    }

    @Test
    void what_is_not_there_is_a_wrong_use() {
        assertThatThrownBy(() -> say(new Plans.Check(List.of(folder.resolve("nothing.yaml")))))
                .isInstanceOfSatisfying(
                        StartRefused.class, refused -> assertThat(refused.exitCode()).isEqualTo(2))
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> say(new Plans.Show("nothing", null)))
                .isInstanceOfSatisfying(
                        StartRefused.class, refused -> assertThat(refused.exitCode()).isEqualTo(2))
                .hasMessageContaining("There is no plan nothing; there are: ")
                .hasMessageContaining("neimeng");
    }

    @Test
    void every_packaged_plan_is_listed_with_its_businesses() {
        Said said = say(new Plans.ListAll());

        assertThat(said.exitCode()).isZero();
        for (Plan plan : plans()) {
            assertThat(said.words()).contains(plan.code().text()).contains(plan.title().zh());
        }
    }

    @Test
    void every_gate_of_every_packaged_plan_is_drawn_once_in_each_business() {
        for (Plan plan : plans()) {
            assertThat(say(new Plans.Show(plan.code().text(), null)).words())
                    .contains(plan.title().zh())
                    .contains(plan.assumptions());
            for (BusinessPlan business : plan.businesses()) {
                String drawing = GatesAsText.draw(business, "");
                for (GatePlan gate : business.gates()) {
                    assertThat(drawing)
                            .as(plan.code() + " " + business.code())
                            .containsOnlyOnce("│ " + gate.code() + " ")
                            .contains(gate.title().zh());
                }
            }
        }
    }

    @Test
    void arrows_lead_down_from_what_comes_before() {
        BusinessPlan renewal = plans("neimeng").business(new BusinessCode("RENEW")).orElseThrow();

        String drawing = GatesAsText.draw(renewal, "");

        assertThat(drawing)
                .contains(
                        """
                        └───────┬───────┘   └───────┬───────┘   └─────┬─────┘
                                └─────────────────┬─┴─────────────────┘
                                                  ▼
                        """);
    }

    @Test
    void a_drawing_is_whole_xml_with_a_box_for_each_gate() throws Exception {
        Path svg = folder.resolve("plan.svg");

        assertThat(say(new Plans.Show("neimeng", svg)).words()).contains("drawn in " + svg);

        Document document = parsed(Files.readString(svg));
        int gates = plans("neimeng").businesses().stream().mapToInt(b -> b.gates().size()).sum();
        assertThat(document.getElementsByTagName("g").getLength()).isEqualTo(gates);
        assertThat(document.getDocumentElement().getTextContent()).contains("资料审核", "REVIEW");
        for (Plan plan : plans()) {
            assertThat(parsed(GatesAsSvg.draw(plan))).isNotNull();
        }
    }

    @Test
    void what_changed_is_told_business_by_business_and_gate_by_gate() throws IOException {
        int business = NEIMENG.indexOf("\n  - code: ", NEIMENG.indexOf("\nbusinesses:"));
        String first = NEIMENG.substring(0, NEIMENG.indexOf("\n  - code: ", business + 1));
        Path changed =
                changed(
                        first.replace("after: [REVIEW]", "after: [SUBMIT]")
                                        .replace("after: [PAY]", "after: [REVIEW, PAY]")
                                        .replace("待审核", "审核中")
                                        .replace("申请已驳回", "款项原路退还")
                                        .replace(
                                                "          - {code: pale, zh: 印章颜色偏淡, en: The seal is too pale}\n",
                                                "")
                                + NEIMENG.substring(first.length()));

        Said said = say(new Plans.Diff("neimeng", changed.toString()));

        assertThat(said.exitCode()).isZero();
        assertThat(said.words().lines())
                .contains(
                        "business NEW, gate REVIEW: words, open is now “审核中” (Waiting for review); it was “待审核” (Waiting for review).",
                        "business NEW, gate REVIEW: reason pale is gone.",
                        "business NEW, gate PAY opens after SUBMIT now; it opened after REVIEW.",
                        "business NEW, gate PRODUCE opens after PAY, REVIEW now; it opened after PAY.");
    }

    @Test
    void what_is_new_or_in_another_order_is_told_too() throws IOException {
        Path changed =
                changed(
                        NEIMENG.replace("lasting: true", "")
                                .replace(
                                        "- {code: unclear, zh: 图片不清晰, en: The picture is not clear}",
                                        "- {code: unfit, zh: 不合适, en: It does not fit}")
                                .replace(
                                        "{value: PICKUP, zh: 到办理网点自行领取, en: Collected at an office}",
                                        "{value: LATER, zh: 以后再说, en: Later}"));

        assertThat(say(new Plans.Diff(sound.toString(), changed.toString())).words())
                .contains("gate REVIEW: reason unfit is new: “不合适” (It does not fit).")
                .contains("field delivery, option PICKUP is gone.");
        assertThat(say(new Plans.Diff("neimeng", sound.toString())).words())
                .isEqualToIgnoringNewLines("Nothing that the hall reads changed.");
    }

    private Path changed(String yaml) throws IOException {
        return Files.writeString(folder.resolve("changed.yaml"), yaml);
    }

    private Path changed(String wrong, String right) throws IOException {
        return changed(NEIMENG.replace(right, wrong));
    }

    private static Said say(Plans command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode =
                PlanTools.carryOut(command, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(exitCode, out.toString(StandardCharsets.UTF_8));
    }

    private static List<Plan> plans() {
        return PlanShelf.packaged().stream()
                .map(PlanReading.Sound.class::cast)
                .map(PlanReading.Sound::plan)
                .toList();
    }

    private static Plan plans(String code) {
        return plans().stream()
                .filter(plan -> plan.code().text().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String packaged(String code) {
        return PlanFiles.packaged().all().stream()
                .filter(file -> file.name().equals("plans/" + code + ".yaml"))
                .findFirst()
                .orElseThrow()
                .yaml();
    }

    private static Document parsed(String xml)
            throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
