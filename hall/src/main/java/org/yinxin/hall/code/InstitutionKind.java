package org.yinxin.hall.code;

/**
 * What kind of institution a credit code belongs to, by its first two characters (GB 32100 with the amendment of
 * 2016). It is known without asking any register, which matters for government bodies: enterprise registers do not
 * list them.
 */
public enum InstitutionKind {
    /** 机关 */
    GOVERNMENT,
    /** 事业单位 */
    PUBLIC_INSTITUTION,
    /** 编办直接管理机构编制的群众团体 */
    MASS_ORGANISATION,
    /** 企业 */
    ENTERPRISE,
    /** 个体工商户 */
    INDIVIDUAL_BUSINESS,
    /** 农民专业合作社 */
    COOPERATIVE,
    /** 社会团体 */
    SOCIAL_ORGANISATION,
    /** 民办非企业单位 */
    PRIVATE_NON_ENTERPRISE,
    /** 基金会 */
    FOUNDATION,
    /** 律师事务所、工会、宗教场所、村民委员会、军队单位等 */
    OTHER,
    /** No registry is known by these characters. */
    UNKNOWN;

    static InstitutionKind of(String firstTwo) {
        return switch (firstTwo) {
            case "11" -> GOVERNMENT;
            case "12" -> PUBLIC_INSTITUTION;
            case "13" -> MASS_ORGANISATION;
            case "91" -> ENTERPRISE;
            case "92" -> INDIVIDUAL_BUSINESS;
            case "93" -> COOPERATIVE;
            case "51" -> SOCIAL_ORGANISATION;
            case "52" -> PRIVATE_NON_ENTERPRISE;
            case "53" -> FOUNDATION;
            case "19",
                    "21",
                    "29",
                    "31",
                    "32",
                    "33",
                    "34",
                    "35",
                    "39",
                    "41",
                    "49",
                    "54",
                    "55",
                    "59" ->
                    OTHER;
            case "61",
                    "62",
                    "69",
                    "71",
                    "72",
                    "79",
                    "81",
                    "89",
                    "A1",
                    "A9",
                    "N1",
                    "N2",
                    "N3",
                    "N9",
                    "Y1" ->
                    OTHER;
            default -> UNKNOWN;
        };
    }
}
