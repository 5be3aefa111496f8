package org.yinxin.hall.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One version of the rulebook of one certification authority for one project.
 *
 * @param code its name over all versions
 * @param version counted from 1; 0 while it is only a file that nobody released
 * @param title what it is called
 * @param authority the code of the authority that issues
 * @param project what the certificates are used for
 * @param products what is issued, the usual choice first
 * @param businesses what can be applied for, in the order shown
 * @param handover how another agent takes the place of the one that an application of this plan has recorded; none when
 *     that is not done on line
 * @param assumptions what the plan states without a source, as paths into the file
 */
public record Plan(
        PlanCode code,
        int version,
        Words title,
        String authority,
        Project project,
        List<Product> products,
        List<BusinessPlan> businesses,
        Set<HandoverWay> handover,
        List<String> assumptions) {

    public Plan {
        products = List.copyOf(products);
        businesses = List.copyOf(businesses);
        handover = Set.copyOf(handover);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * What the certificates are used for, as subscribers look for it.
     *
     * @param region 区域
     * @param category 类别
     * @param name 项目
     */
    public record Project(Words region, Words category, Words name) {}

    public Optional<BusinessPlan> business(BusinessCode wanted) {
        return businesses.stream().filter(business -> business.code().equals(wanted)).findFirst();
    }

    /** What a business is offered for, the usual choice first. */
    public List<Product> products(BusinessPlan business) {
        return business.products().stream()
                .flatMap(code -> products.stream().filter(product -> product.code().equals(code)))
                .toList();
    }

    /** The product applied for: the one chosen in the form, or the usual one while nothing is chosen. */
    public Product product(BusinessPlan business, Map<String, String> answers) {
        List<Product> offered = products(business);
        return business.fields().stream()
                .filter(field -> field.type() == FieldType.PRODUCT)
                .map(field -> answers.getOrDefault(field.name(), ""))
                .flatMap(
                        chosen ->
                                offered.stream()
                                        .filter(product -> product.code().text().equals(chosen)))
                .findFirst()
                .orElseGet(offered::getFirst);
    }

    /** The years that can be chosen: those of the product that was chosen, and of all while none is. */
    public SortedSet<Integer> yearsOffered(BusinessPlan business, Map<String, String> answers) {
        List<Product> offered = products(business);
        Set<String> chosen =
                business.fields().stream()
                        .filter(field -> field.type() == FieldType.PRODUCT)
                        .map(field -> answers.getOrDefault(field.name(), ""))
                        .collect(Collectors.toSet());
        List<Product> named =
                offered.stream().filter(product -> chosen.contains(product.code().text())).toList();
        return (named.isEmpty() ? offered : named)
                .stream()
                        .flatMap(product -> product.years().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The years applied for, or the usual choice of the product while nothing is chosen. */
    public int years(BusinessPlan business, Map<String, String> answers) {
        List<Integer> offered = product(business, answers).years();
        return business.fields().stream()
                .filter(field -> field.type() == FieldType.YEARS)
                .map(field -> answers.getOrDefault(field.name(), ""))
                .flatMap(
                        chosen -> offered.stream().filter(years -> years.toString().equals(chosen)))
                .findFirst()
                .orElseGet(offered::getFirst);
    }

    /** The same rulebook under the number it was released with. */
    public Plan released(int number) {
        return new Plan(
                code,
                number,
                title,
                authority,
                project,
                products,
                businesses,
                handover,
                assumptions);
    }
}
