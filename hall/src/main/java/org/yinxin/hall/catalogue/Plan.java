package org.yinxin.hall.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One version of the rulebook of one certification authority for one project.
 *
 * @param code its name over all versions
 * @param version counted from 1; 0 while it is only a file that nobody released
 * @param title what it is called
 * @param authority the code of the authority that issues
 * @param project what the certificates are used for
 * @param product what is issued
 * @param businesses what can be applied for, in the order shown
 * @param assumptions what the plan states without a source, as paths into the file
 */
public record Plan(
        PlanCode code,
        int version,
        Words title,
        String authority,
        Project project,
        Product product,
        List<BusinessPlan> businesses,
        List<String> assumptions) {

    public Plan {
        businesses = List.copyOf(businesses);
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

    /** The same rulebook under the number it was released with. */
    public Plan released(int number) {
        return new Plan(code, number, title, authority, project, product, businesses, assumptions);
    }
}
