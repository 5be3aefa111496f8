package org.yinxin.hall.catalogue;

import java.util.List;

/**
 * What is issued.
 *
 * @param code its name
 * @param kind the kind of certificate
 * @param title what it is called
 * @param years for how many years it is offered, the usual choice first
 * @param subject what stands in the certificate
 */
public record Product(
        ProductCode code, Kind kind, Words title, List<Integer> years, SubjectRule subject) {

    public Product {
        years = List.copyOf(years);
    }

    /** Kinds of certificates. */
    public enum Kind {
        /** 单位证书 */
        UNIT,
        /** 法人证书 */
        LEGAL_REPRESENTATIVE,
        /** 机构个人证书 */
        MEMBER,
        /** 自然人证书 */
        PERSON,
        /** 专家证书 */
        EXPERT
    }
}
