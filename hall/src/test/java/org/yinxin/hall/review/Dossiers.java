package org.yinxin.hall.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.archive.PaperId;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.Reason;
import org.yinxin.hall.catalogue.Words;

/** Made-up submissions. */
public final class Dossiers {

    public static final List<Reason> REASONS =
            List.of(
                    new Reason("unclear", new Words("图片不清晰", "The picture is not clear")),
                    new Reason("no-seal", new Words("未加盖公章", "The unit's seal is missing")),
                    new Reason(
                            "differs-from-licence",
                            new Words("与营业执照不一致", "Differs from the licence")));

    public static final ReviewTerms TERMS = new ReviewTerms(new PlanCode("test-plan"), REASONS, 2);

    private Dossiers() {}

    /** An enterprise with one doubtful credit code. */
    public static Dossier enterprise(String name, PaperId licence, PaperId seal) {
        return new Dossier(
                name,
                new Words("单位证书新办", "New certificate for an organisation"),
                List.of(
                        new Dossier.Section(
                                "organisation",
                                new Words("单位信息", "Organisation"),
                                List.of(
                                        item(
                                                "subjectType",
                                                "单位类型",
                                                "Kind",
                                                FieldType.SUBJECT_TYPE,
                                                "ENTERPRISE",
                                                new Words("企业", "Enterprise")),
                                        item(
                                                "organisationName",
                                                "单位名称",
                                                "Name",
                                                FieldType.ORGANISATION_NAME,
                                                name,
                                                null),
                                        doubtful())),
                        new Dossier.Section(
                                "agent",
                                new Words("经办人", "Agent"),
                                List.of(
                                        item(
                                                "agentName",
                                                "姓名",
                                                "Name",
                                                FieldType.PERSON_NAME,
                                                "测试甲",
                                                null),
                                        item(
                                                "agentIdentityNumber",
                                                "身份证号码",
                                                "Identity number",
                                                FieldType.RESIDENT_IDENTITY_NUMBER,
                                                "150102199001010019",
                                                null),
                                        item(
                                                "agentMobile",
                                                "手机号码",
                                                "Mobile",
                                                FieldType.MOBILE,
                                                "19900000001",
                                                null)))),
                List.of(
                        new Dossier.Paper("licence", new Words("营业执照副本", "Licence"), licence),
                        new Dossier.Paper("seal", new Words("单位公章", "Unit seal"), seal)));
    }

    /** One answer that takes the place of another. */
    public static Dossier changing(String key, String former) {
        Dossier same = enterprise("云岭市星河测试科技有限公司");
        return new Dossier(
                same.subscriber(),
                same.business(),
                same.sections().stream()
                        .map(
                                section ->
                                        new Dossier.Section(
                                                section.code(),
                                                section.title(),
                                                section.items().stream()
                                                        .map(
                                                                item ->
                                                                        item.key().equals(key)
                                                                                ? taking(
                                                                                        item,
                                                                                        former)
                                                                                : item)
                                                        .toList()))
                        .toList(),
                same.papers());
    }

    private static Dossier.Item taking(Dossier.Item place, String former) {
        return new Dossier.Item(
                place.key(),
                place.label(),
                place.type(),
                place.value(),
                place.words(),
                place.warnings(),
                new Dossier.Former(former, null));
    }

    public static Dossier enterprise(String name) {
        return enterprise(name, new PaperId("a".repeat(64)), new PaperId("b".repeat(64)));
    }

    private static Dossier.Item doubtful() {
        return new Dossier.Item(
                "creditCode",
                new Words("统一社会信用代码", "Credit code"),
                FieldType.CREDIT_CODE,
                "91350211M00013FA1N",
                null,
                List.of(new Dossier.Warning("code.credit-code.checksum", List.of())),
                null);
    }

    private static Dossier.Item item(
            String key, String zh, String en, FieldType type, String value, @Nullable Words words) {
        return new Dossier.Item(key, new Words(zh, en), type, value, words, List.of(), null);
    }
}
