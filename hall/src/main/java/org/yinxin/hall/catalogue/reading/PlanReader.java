package org.yinxin.hall.catalogue.reading;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.HandoverWay;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.Product;

/** Reads one plan file from top to bottom. */
public final class PlanReader {

    private PlanReader() {}

    /**
     * Reads and checks a plan.
     *
     * @param file the file's name, for the faults
     * @param yaml its content
     */
    public static PlanReading read(String file, String yaml) {
        return read(yaml, new Findings(file));
    }

    static PlanReading read(String yaml, Findings findings) {
        Plan plan = compose(yaml, findings).map(node -> plan(node, findings)).orElse(null);
        List<PlanFault> faults = findings.faults();
        return plan == null || !faults.isEmpty()
                ? new PlanReading.Faulty(faults)
                : new PlanReading.Sound(plan);
    }

    private static Optional<MappingNode> compose(String yaml, Findings findings) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (node instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            findings.fault(1, "A plan is a mapping that begins with \"plan:\".");
        } catch (MarkedYAMLException malformed) {
            Mark mark = malformed.getProblemMark();
            findings.fault(
                    mark == null ? 1 : mark.getLine() + 1,
                    "This is not YAML: " + malformed.getProblem() + ".");
        } catch (YAMLException malformed) {
            findings.fault(1, "This is not YAML: " + malformed.getMessage());
        }
        return Optional.empty();
    }

    private static Plan plan(MappingNode node, Findings findings) {
        Block block = new Block("plan", node, findings);
        PlanCode code =
                block.value(
                        "plan",
                        PlanCode::parse,
                        "a plan code of small letters, digits and hyphens",
                        new PlanCode(Block.MISSING));
        var title = block.words("title");
        String authority = Vocabulary.name(block, "authority");
        Plan.Project project = block.block("project").map(PlanReader::project).orElse(NO_PROJECT);
        List<Product> products = products(block);
        List<BusinessPlan> businesses = new ArrayList<>();
        Unique codes = new Unique("The business");
        for (Block business : block.blocks("businesses")) {
            BusinessPlan read = BusinessReader.business(business, products);
            codes.check(business, "code", read.code().text());
            businesses.add(read);
        }
        offered(block, products, businesses);
        Set<HandoverWay> handover =
                block.has("handover")
                        ? block.block("handover").map(PlanReader::handover).orElse(Set.of())
                        : Set.of();
        block.end();
        return new Plan(
                code,
                0,
                title,
                authority,
                project,
                products,
                businesses,
                handover,
                findings.assumptions());
    }

    private static Set<HandoverWay> handover(Block block) {
        Set<HandoverWay> ways = Set.copyOf(Vocabulary.values(block, "ways", HandoverWay.class));
        block.end();
        return ways;
    }

    private static List<Product> products(Block block) {
        List<Product> products = new ArrayList<>();
        Unique codes = new Unique("The product");
        for (Block item : block.blocks("products")) {
            Product product = ProductReader.product(item);
            codes.check(item, "code", product.code().text());
            products.add(product);
        }
        return products;
    }

    private static void offered(
            Block block, List<Product> products, List<BusinessPlan> businesses) {
        for (Product product : products) {
            if (businesses.stream().noneMatch(each -> each.products().contains(product.code()))) {
                block.placeOf(product)
                        .orElse(block)
                        .fault(
                                "code",
                                "No business offers the product \"%s\": name it in the \"products\" of one, or take it away."
                                        .formatted(product.code()));
            }
        }
    }

    private static Plan.Project project(Block block) {
        Plan.Project project =
                new Plan.Project(
                        block.words("region"), block.words("category"), block.words("name"));
        block.end();
        return project;
    }

    private static final Plan.Project NO_PROJECT = ProductReader.noProject();
}
